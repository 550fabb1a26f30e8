package io.cotangent.batch;

/**
 * A device is missing, lacks what an operation needs, or failed. Nothing else ran in its place; the
 * operation's output arrays may hold part of its results.
 */
public class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says what happened and what to do. */
  public DeviceException(String message) {
    super(message);
  }

  /** The same, with what brought it about. */
  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}
