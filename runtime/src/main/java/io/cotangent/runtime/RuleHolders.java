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
   * @return each class's canonical name, then those of the classes whose methods its rules are for,
   *     separated by spaces
   */
  String[] value();
}
