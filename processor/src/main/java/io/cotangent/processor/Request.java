package io.cotangent.processor;

import java.util.List;

/**
 * What one annotation asks for.
 *
 * @param packageName package of the class to generate
 * @param className its simple name
 * @param isPublic whether it is public
 * @param sourceClass canonical name of the class with the method
 * @param sourceMethod the method's name
 * @param sourceAccessible whether the generated class can name the method
 * @param hasReceiver whether it is an instance method
 * @param wrt indices of the parameters (the receiver counted) to differentiate with respect to
 * @param order 2 for second derivatives too
 * @param inverse whether inverse mode is asked for
 * @param exceptions the checked exceptions that the method declares
 * @param over names of the parameters that differ from item to item in a batch, if that is asked
 *     for: all of the method is then compiled for many items
 */
record Request(
    String packageName,
    String className,
    boolean isPublic,
    String sourceClass,
    String sourceMethod,
    boolean sourceAccessible,
    boolean hasReceiver,
    List<Integer> wrt,
    int order,
    boolean inverse,
    List<String> exceptions,
    List<String> over) {

  /** Whether batches are asked for. */
  boolean batched() {
    return !over.isEmpty();
  }

  /** The request for the method of numbers that stands for a method of objects. */
  Request ofNumbers(String name, List<Integer> numbers) {
    return new Request(
        packageName,
        name,
        false,
        sourceClass,
        sourceMethod,
        false,
        false,
        numbers,
        order,
        inverse,
        exceptions,
        over);
  }

  /** The same with other parameters to differentiate with respect to. */
  Request withWrt(List<Integer> others) {
    return new Request(
        packageName,
        className,
        isPublic,
        sourceClass,
        sourceMethod,
        sourceAccessible,
        hasReceiver,
        others,
        order,
        inverse,
        exceptions,
        over);
  }

  /** The same of a method beside this one that takes the same parameters, and maybe more. */
  Request ofMethod(String method) {
    return new Request(
        packageName,
        className,
        isPublic,
        sourceClass,
        method,
        sourceAccessible,
        hasReceiver,
        wrt,
        order,
        inverse,
        exceptions,
        over);
  }

  /** The same for a class that is as visible as another one. */
  Request asVisibleAs(Request other) {
    return new Request(
        packageName,
        className,
        other.isPublic(),
        sourceClass,
        sourceMethod,
        sourceAccessible,
        hasReceiver,
        wrt,
        order,
        inverse,
        exceptions,
        over);
  }

  /** The same method's request for another class, not public. */
  Request generating(String name, List<Integer> others, int highest, boolean accessible) {
    return new Request(
        packageName,
        name,
        false,
        sourceClass,
        sourceMethod,
        accessible,
        hasReceiver,
        others,
        highest,
        false,
        exceptions,
        over);
  }
}
