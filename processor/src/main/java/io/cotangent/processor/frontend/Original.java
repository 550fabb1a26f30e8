package io.cotangent.processor.frontend;

/**
 * The method that a function was read from.
 *
 * @param owner the canonical name of its class
 * @param name its name
 * @param accessible whether the generated class can call it by these names: visible there, and no
 *     other method would run
 * @param isStatic whether it has no receiver
 */
public record Original(String owner, String name, boolean accessible, boolean isStatic) {}
