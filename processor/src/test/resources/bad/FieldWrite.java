package bad;

import io.cotangent.Differentiable;

class FieldWrite {
  double last;
  int count;

  @Differentiable
  double f(double x) {
    last = x * x;
    this.count++;
    return last;
  }
}

// error 11:5 field 'last' is written in a differentiable method: use a local variable and return its value [cotangent:field-write]
// error 12:5 field 'count' is written in a differentiable method: use a local variable and return its value [cotangent:field-write]
