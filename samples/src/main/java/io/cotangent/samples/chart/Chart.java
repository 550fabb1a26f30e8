package io.cotangent.samples.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws curves and points between two axes as a picture in SVG. */
public final class Chart {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 620;
  private static final int LEFT = 76;
  private static final int RIGHT = 828;
  private static final int TOP = 84;
  private static final int BOTTOM = 552;

  private final List<String> body = new ArrayList<>();
  private final List<String> legend = new ArrayList<>();
  private final Axis horizontal;
  private final Axis vertical;

  private Chart(Axis horizontal, Axis vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** A chart that covers two ranges. */
  public static Chart over(double left, double right, double bottom, double top) {
    return new Chart(new Axis(left, right, LEFT, RIGHT), new Axis(bottom, top, BOTTOM, TOP));
  }

  /** A chart around a point with the same scale on both axes. */
  public static Chart around(double x, double y, double height) {
    double width = height * (RIGHT - LEFT) / (BOTTOM - TOP);
    return new Chart(
        Axis.exactly(x - width / 2, x + width / 2, LEFT, RIGHT),
        Axis.exactly(y - height / 2, y + height / 2, BOTTOM, TOP));
  }

  /** A curve through points, each an array of its two coordinates. */
  public void curve(List<double[]> points, String colour, double width) {
    body.add(
        format(
            "<path d='%s' fill='none' stroke='%s' stroke-width='%.1f'/>",
            path(points), colour, width));
  }

  /** A closed curve, filled lightly. */
  public void area(List<double[]> points, String colour) {
    body.add(
        format(
            "<path d='%sZ' fill='%s' fill-opacity='0.16' stroke='%s' stroke-width='1.4'/>",
            path(points), colour, colour));
  }

  /** Points of a radius in pixels. */
  public void points(List<double[]> points, String colour, double radius) {
    for (double[] point : points) {
      body.add(
          format(
              "<circle cx='%.2f' cy='%.2f' r='%.1f' fill='%s' stroke='white'"
                  + " stroke-width='0.6'/>",
              horizontal.at(point[0]), vertical.at(point[1]), radius, colour));
    }
  }

  /** A line of the legend. */
  public void legend(String colour, String text) {
    int y = TOP + 26 + 22 * (legend.size() / 2);
    legend.add(format("<circle cx='%d' cy='%d' r='5' fill='%s'/>", RIGHT - 330, y - 4, colour));
    legend.add(text(RIGHT - 314, y, "start", "", text));
  }

  /** The picture's text. */
  public String draw(String title, String subtitle, String xLabel, String yLabel) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    lines.add("     font-family='Helvetica, Arial, sans-serif' font-size='14' fill='#333'>");
    lines.add(format("<title>%s</title>", title));
    lines.add(format("<rect width='%d' height='%d' fill='white'/>", WIDTH, HEIGHT));
    lines.add(text(LEFT, 36, "start", "font-size='21' font-weight='bold' fill='#111'", title));
    lines.add(text(LEFT, 61, "start", "fill='#666'", subtitle));
    axes(lines, xLabel, yLabel);
    lines.addAll(body);
    if (!legend.isEmpty()) {
      lines.add(
          format(
              "<rect x='%d' y='%d' width='344' height='%d' rx='5' fill='white'"
                  + " fill-opacity='0.9' stroke='#ccc'/>",
              RIGHT - 348, TOP + 4, 12 + 11 * legend.size()));
      lines.addAll(legend);
    }
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private void axes(List<String> lines, String xLabel, String yLabel) {
    for (double tick : horizontal.ticks()) {
      double x = horizontal.at(tick);
      lines.add(format("<path d='M%.1f %dV%d' stroke='#e6e6e6'/>", x, TOP, BOTTOM));
      lines.add(text(x, BOTTOM + 22, "middle", "", horizontal.label(tick)));
    }
    for (double tick : vertical.ticks()) {
      double y = vertical.at(tick);
      lines.add(format("<path d='M%d %.1fH%d' stroke='#e6e6e6'/>", LEFT, y, RIGHT));
      lines.add(text(LEFT - 10, y + 5, "end", "", vertical.label(tick)));
    }
    lines.add(
        format("<path d='M%d %dV%dH%d' fill='none' stroke='#333'/>", LEFT, TOP, BOTTOM, RIGHT));
    lines.add(text((LEFT + RIGHT) / 2.0, HEIGHT - 20, "middle", "font-size='15'", xLabel));
    double middle = (TOP + BOTTOM) / 2.0;
    String turned = format("font-size='15' transform='rotate(-90 24 %.1f)'", middle);
    lines.add(text(24, middle, "middle", turned, yLabel));
  }

  private String path(List<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.length() == 0 ? 'M' : 'L');
      path.append(format("%.2f %.2f", horizontal.at(point[0]), vertical.at(point[1])));
    }
    return path.toString();
  }

  private static String text(double x, double y, String anchor, String attributes, String text) {
    return format(
        "<text x='%.1f' y='%.1f' text-anchor='%s' %s>%s</text>", x, y, anchor, attributes, text);
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
