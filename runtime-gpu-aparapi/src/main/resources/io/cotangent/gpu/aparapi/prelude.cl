// What every generated kernel begins with: Java's arithmetic where C's differs, arrays with checked
// indices, scratch memory and the tape of an item, sums over items, and receipts for the host.
#ifdef COTANGENT_DOUBLE
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
typedef double Sum;
#else
typedef float Sum;
#endif
#pragma OPENCL FP_CONTRACT OFF

// Why an item failed. The host runs it in Java, where it throws.
#define INDEX 1
#define NEGATIVE_SIZE 2
#define DIVISION 3
#define THROWN 4
#define RESULT_SIZE 5
// The item needs more scratch memory: the host launches again with more.
#define SCRATCH 6

// The item at work. Arrays grow from the low end of the scratch memory, the tape from the high end;
// entry k of a lane lies at k * lanes + lane, so that neighbours work on neighbouring memory.
typedef struct {
  __global Sum* d;
  __global float* f;
  __global int* i;
  int d_size, f_size, i_size;
  int d_used, f_used, i_used;
  int d_top, f_top, i_top;
  int lanes;
  int error;
  int done;
} Item;

void fail(Item* it, int code) {
  if (it->error == 0) it->error = code;
}

void begin_item(Item* it) {
  it->d_used = it->f_used = it->i_used = 0;
  it->d_top = it->f_top = it->i_top = 0;
  it->error = 0;
}

// Arrays with a length and a distance between entries; get, set, new, clone, the tape.
#define ARRAYS(Array, T, x, memory)                                                             \
  typedef struct { __global T* at; int length; int step; } Array;                               \
  Array none_##x(void) { Array a = {0, 0, 1}; return a; }                                       \
  Array view_##x(__global T* at, int length) { Array a = {at, length, 1}; return a; }           \
  T get_##x(Array a, int k, Item* it) {                                                         \
    if (k < 0 || k >= a.length) { fail(it, INDEX); return 0; }                                  \
    return a.at[(size_t) k * a.step];                                                           \
  }                                                                                             \
  void set_##x(Array a, int k, T value, Item* it) {                                             \
    if (k < 0 || k >= a.length) { fail(it, INDEX); return; }                                    \
    a.at[(size_t) k * a.step] = value;                                                          \
  }                                                                                             \
  Array room_##x(int length, Item* it) {                                                        \
    if (length < 0) { fail(it, NEGATIVE_SIZE); return none_##x(); }                             \
    if (length > it->memory##_size - it->memory##_top - it->memory##_used) {                    \
      fail(it, SCRATCH);                                                                        \
      return none_##x();                                                                        \
    }                                                                                           \
    Array a = {it->memory + (size_t) it->memory##_used * it->lanes, length, it->lanes};         \
    it->memory##_used += length;                                                                \
    return a;                                                                                   \
  }                                                                                             \
  Array new_##x(int length, Item* it) {                                                         \
    Array a = room_##x(length, it);                                                             \
    for (int k = 0; k < a.length; k++) a.at[(size_t) k * a.step] = 0;                           \
    return a;                                                                                   \
  }                                                                                             \
  Array clone_##x(Array from, Item* it) {                                                       \
    Array a = room_##x(from.length, it);                                                        \
    for (int k = 0; k < a.length; k++)                                                          \
      a.at[(size_t) k * a.step] = from.at[(size_t) k * from.step];                              \
    return a;                                                                                   \
  }                                                                                             \
  void store_##x(Array from, Array to, Item* it) {                                              \
    if (it->error) return;                                                                      \
    if (from.length != to.length) { fail(it, RESULT_SIZE); return; }                            \
    for (int k = 0; k < to.length; k++)                                                         \
      to.at[(size_t) k * to.step] = from.at[(size_t) k * from.step];                            \
  }                                                                                             \
  void zero_##x(Array to) {                                                                     \
    for (int k = 0; k < to.length; k++) to.at[(size_t) k * to.step] = 0;                        \
  }                                                                                             \
  void push_##x(T value, Item* it) {                                                            \
    if (it->memory##_used + it->memory##_top >= it->memory##_size) {                            \
      fail(it, SCRATCH);                                                                        \
      return;                                                                                   \
    }                                                                                           \
    it->memory##_top++;                                                                         \
    it->memory[(size_t) (it->memory##_size - it->memory##_top) * it->lanes] = value;            \
  }                                                                                             \
  T pop_##x(Item* it) {                                                                         \
    if (it->error) return 0;                                                                    \
    it->memory##_top--;                                                                         \
    return it->memory[(size_t) (it->memory##_size - it->memory##_top - 1) * it->lanes];         \
  }

#ifdef COTANGENT_DOUBLE
ARRAYS(Doubles, double, d, d)
#endif
ARRAYS(Floats, float, f, f)
ARRAYS(Ints, int, i, i)

void push_l(long value, Item* it) {
  push_i((int) value, it);
  push_i((int) (value >> 32), it);
}

long pop_l(Item* it) {
  long high = pop_i(it);
  return (high << 32) | (uint) pop_i(it);
}

#define ARRAY_TAPE(Array, T, x)                                                                 \
  void push_array_##x(Array a, Item* it) {                                                      \
    push_l((long) (uintptr_t) a.at, it);                                                        \
    push_i(a.length, it);                                                                       \
    push_i(a.step, it);                                                                         \
  }                                                                                             \
  Array pop_array_##x(Item* it) {                                                               \
    Array a;                                                                                    \
    a.step = pop_i(it);                                                                         \
    a.length = pop_i(it);                                                                       \
    a.at = (__global T*) (uintptr_t) pop_l(it);                                                 \
    if (it->error) return none_##x();                                                           \
    return a;                                                                                   \
  }

#ifdef COTANGENT_DOUBLE
ARRAY_TAPE(Doubles, double, d)
#endif
ARRAY_TAPE(Floats, float, f)
ARRAY_TAPE(Ints, int, i)

// Integers wrap around, shifts look at the low bits, a division by zero is an error.
#define INTEGERS(T, U, x, mask)                                                                 \
  T add_##x(T a, T b) { return (T) ((U) a + (U) b); }                                           \
  T sub_##x(T a, T b) { return (T) ((U) a - (U) b); }                                           \
  T mul_##x(T a, T b) { return (T) ((U) a * (U) b); }                                           \
  T neg_##x(T a) { return (T) (0 - (U) a); }                                                    \
  T abs_##x(T a) { return a < 0 ? neg_##x(a) : a; }                                             \
  T max_##x(T a, T b) { return a > b ? a : b; }                                                 \
  T min_##x(T a, T b) { return a < b ? a : b; }                                                 \
  T shl_##x(T a, T b) { return (T) ((U) a << (b & mask)); }                                     \
  T shr_##x(T a, T b) { return a >> (b & mask); }                                               \
  T ushr_##x(T a, T b) { return (T) ((U) a >> (b & mask)); }                                    \
  T increment_##x(T a) { return add_##x(a, 1); }                                                \
  T div_##x(T a, T b, Item* it) {                                                               \
    if (b == 0) { fail(it, DIVISION); return 0; }                                               \
    return b == -1 ? neg_##x(a) : a / b;                                                        \
  }                                                                                             \
  T rem_##x(T a, T b, Item* it) {                                                               \
    if (b == 0) { fail(it, DIVISION); return 0; }                                               \
    return b == -1 ? 0 : a % b;                                                                 \
  }                                                                                             \
  T floor_div_##x(T a, T b, Item* it) {                                                         \
    if (b == 0) { fail(it, DIVISION); return 0; }                                               \
    if (b == -1) return neg_##x(a);                                                             \
    return a / b - (a % b != 0 && (a ^ b) < 0 ? 1 : 0);                                         \
  }                                                                                             \
  T floor_mod_##x(T a, T b, Item* it) {                                                         \
    T m = rem_##x(a, b, it);                                                                    \
    return m != 0 && (m ^ b) < 0 ? m + b : m;                                                   \
  }
INTEGERS(int, uint, i, 31)
INTEGERS(long, ulong, l, 63)

// Corners as Java has them: NaN wins, -0.0 is less than 0.0, casts saturate.
#define FLOATING(T, x, HALF)                                                                    \
  T max_##x(T a, T b) {                                                                         \
    if (a != a) return a;                                                                       \
    if (b != b) return b;                                                                       \
    return a == b ? (signbit(a) ? b : a) : (a > b ? a : b);                                     \
  }                                                                                             \
  T min_##x(T a, T b) {                                                                         \
    if (a != a) return a;                                                                       \
    if (b != b) return b;                                                                       \
    return a == b ? (signbit(a) ? a : b) : (a < b ? a : b);                                     \
  }                                                                                             \
  T signum_##x(T a) { return a > 0 ? (T) 1 : a < 0 ? (T) -1 : a; }                              \
  T first_##x(T value, T derivative) { return value; }                                          \
  T guarded_times_##x(T g, T p) {                                                               \
    T product = g * p;                                                                          \
    return product != product && (g == 0 || p == 0) ? (T) 0 : product;                          \
  }                                                                                             \
  T guarded_divide_##x(T g, T p) {                                                              \
    T quotient = g / p;                                                                         \
    return quotient != quotient && g == 0 ? (T) 0 : quotient;                                   \
  }                                                                                             \
  int to_int_##x(T a) { return a != a ? 0 : convert_int_sat_rtz(a); }                           \
  long to_long_##x(T a) { return a != a ? 0 : convert_long_sat_rtz(a); }                        \
  T nearest_##x(T a) { T low = floor(a); return a - low >= HALF ? low + 1 : low; }
#ifdef COTANGENT_DOUBLE
FLOATING(double, d, 0.5)
long round_d(double a) { return to_long_d(nearest_d(a)); }
// Java: pow(1, NaN) and pow(-1, Infinity) are NaN, pow(NaN, 0) is 1.
double pow_j(double a, double b) {
  if (b == 0) return 1;
  if (b != b || (isinf(b) && fabs(a) == 1)) return (double) NAN;
  return pow(a, b);
}
// SpecialMath.
double normal_cdf(double a) { return 0.5 * erfc(-a * 0.7071067811865476); }
double normal_pdf(double a) { return 0.3989422804014327 * exp(-0.5 * a * a); }
double sigmoid_j(double a) {
  double e = exp(-fabs(a));
  return a >= 0 ? 1 / (1 + e) : a < 0 ? e / (1 + e) : a;
}
double log1pexp_j(double a) { return a > 0 ? a + log1p(exp(-a)) : log1p(exp(a)); }
double radians_j(double a) { return a * 0.017453292519943295; }
double degrees_j(double a) { return a * 57.29577951308232; }
#endif
FLOATING(float, f, 0.5f)
int round_f(float a) { return to_int_f(nearest_f(a)); }

// What every kernel gets first, does first and does last. Numbers come in arrays.
#define PARAMETERS                                                                              \
  __global const int* ints, __global const Sum* numbers_d, __global const float* numbers_f,     \
      __global const long* numbers_l, __global int* status, __global Sum* lane_sums,            \
      __global Sum* partials, __global Sum* scratch_d, __global float* scratch_f,               \
      __global int* scratch_i

#define INT(k) ints[7 + (k)]
#define DOUBLE(k) numbers_d[k]
#define FLOAT(k) numbers_f[k]
#define LONG(k) numbers_l[k]

#define SUM(k) lane_sums[(size_t) (k) * lanes + lane]

#define BEGIN                                                                                   \
  const int n = ints[0];                                                                        \
  const int capacity = ints[1];                                                                 \
  const int nonce = ints[2];                                                                    \
  const int sums = ints[3];                                                                     \
  const int lane = get_global_id(0);                                                            \
  const int lanes = get_global_size(0);                                                         \
  __local Sum reduction[GROUP_SIZE];                                                            \
  Item item_at_work;                                                                            \
  Item* it = &item_at_work;                                                                     \
  it->d = scratch_d + lane;                                                                     \
  it->f = scratch_f + lane;                                                                     \
  it->i = scratch_i + lane;                                                                     \
  it->d_size = ints[4];                                                                         \
  it->f_size = ints[5];                                                                         \
  it->i_size = ints[6];                                                                         \
  it->lanes = lanes;                                                                            \
  it->done = 0;                                                                                 \
  for (int k = 0; k < sums; k++) SUM(k) = 0;

// The lowest failing item with its reason; how many items were done.
void end_item(Item* it, int item, __global int* status) {
  if (it->error) {
    atomic_min(&status[0], item * 8 + it->error);
  } else {
    it->done++;
  }
}
#define end_item(it, item) end_item(it, item, status)

// Sums of the lanes of a group, pairwise in a fixed order; then the group's receipt.
void finish(Item* it, int lane, int lanes, int nonce, int sums, __global int* status,
    __global Sum* lane_sums, __global Sum* partials, __local Sum* reduction) {
  const int local_lane = get_local_id(0);
  const int group = get_group_id(0);
  for (int k = 0; k < sums; k++) {
    reduction[local_lane] = SUM(k);
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int half_size = get_local_size(0) / 2; half_size > 0; half_size /= 2) {
      if (local_lane < half_size) reduction[local_lane] += reduction[local_lane + half_size];
      barrier(CLK_LOCAL_MEM_FENCE);
    }
    if (local_lane == 0) partials[(size_t) group * sums + k] = reduction[0];
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  atomic_add(&status[1], it->done);
  if (local_lane == 0) status[2 + group] = nonce;
}
#define END                                                                                     \
  finish(it, lane, lanes, nonce, sums, status, lane_sums, partials, reduction);
