package io.cotangent.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the classes of a compilation that hold rules, for the compilations that use it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RuleHolders {
  /**
   * The classes.
   *
   * @return their canonical names
   */
  String[] value();
}
