package io.cotangent.processor.frontend;

/**
 * The method that a function was read from.
 *
 * @param owner the canonical name of its class
 * @param name its name
 * @param accessible whether the generated class can call it by these names: static and visible
 *     there
 */
public record Original(String owner, String name, boolean accessible) {}
