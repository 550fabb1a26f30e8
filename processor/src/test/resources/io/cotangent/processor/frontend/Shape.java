package p;
public interface Shape { double area(); default double dbl() { return 2 * area(); } }
