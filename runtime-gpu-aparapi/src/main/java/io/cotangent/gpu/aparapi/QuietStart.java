package io.cotangent.gpu.aparapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads Aparapi's settings and undoes what that does to the program's own logging: it sets the
 * level of every handler of the root logger to WARNING, which would hide also what devices are
 * chosen.
 */
final class QuietStart {
  static {
    Map<Handler, Level> levels = new LinkedHashMap<>();
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      levels.put(handler, handler.getLevel());
    }
    try {
      Class.forName("com.aparapi.Config", true, QuietStart.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Aparapi is not whole", e);
    } finally {
      levels.forEach(Handler::setLevel);
    }
  }

  private QuietStart() {}

  /** Makes sure that it has been done. */
  static void ensure() {}
}
