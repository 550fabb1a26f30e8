package io.cotangent.samples.mixture;

import io.cotangent.samples.chart.Axis;
import java.util.Locale;

/** Draws points and the mixture fitted to them as a picture in SVG. */
final class MixturePicture {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 620;
  private static final int LEFT = 76;
  private static final int RIGHT = 828;
  private static final int TOP = 84;
  private static final int BOTTOM = 552;
  private static final int[][] COLOURS = {{32, 110, 180}, {214, 98, 30}};
  private static final double[] MASSES = {0.99, 0.9, 0.5};

  private final Mixture mixture;
  private final double[][] points;
  private final Axis horizontal;
  private final Axis vertical;
  private final StringBuilder svg = new StringBuilder();

  /** A picture of points in the plane and of a mixture of two components. */
  MixturePicture(Mixture mixture, double[][] points) {
    this.mixture = mixture;
    this.points = points;
    this.horizontal = axis(0, LEFT, RIGHT);
    this.vertical = axis(1, BOTTOM, TOP);
  }

  /** An axis that takes in every point and most of every outer ellipse. */
  private Axis axis(int coordinate, double fromPixel, double toPixel) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] point : points) {
      least = Math.min(least, point[coordinate]);
      most = Math.max(most, point[coordinate]);
    }
    for (int k = 0; k < mixture.weights().length; k++) {
      double reach =
          radius(MASSES[0]) * Math.sqrt(mixture.covariances()[k][coordinate][coordinate]);
      least = Math.min(least, mixture.means()[k][coordinate] - reach);
      most = Math.max(most, mixture.means()[k][coordinate] + reach);
    }
    return new Axis(least, most, fromPixel, toPixel);
  }

  /** The radius, in standard deviations, of the circle that holds that mass of a Gaussian. */
  private static double radius(double mass) {
    return Math.sqrt(-2 * Math.log(1 - mass));
  }

  /** The picture's text; {@code legend} has a line per component. */
  String draw(String title, String subtitle, String xLabel, String yLabel, String[] legend) {
    svg.setLength(0);
    line(
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    line("     font-family='Helvetica, Arial, sans-serif' font-size='14' fill='#333'>");
    line("<title>%s</title>", title);
    line("<rect width='%d' height='%d' fill='white'/>", WIDTH, HEIGHT);
    text(LEFT, 36, "start", "font-size='21' font-weight='bold' fill='#111'", title);
    text(LEFT, 61, "start", "fill='#666'", subtitle);
    drawGrid();
    for (int k = 0; k < mixture.weights().length; k++) {
      drawEllipses(k);
    }
    drawPoints();
    for (int k = 0; k < mixture.weights().length; k++) {
      drawMean(k);
    }
    drawAxes(xLabel, yLabel);
    drawLegend(legend);
    line("</svg>");
    return svg.toString();
  }

  private void drawGrid() {
    line("<g stroke='#e6e6e6' stroke-width='1'>");
    for (double tick : horizontal.ticks()) {
      double x = horizontal.at(tick);
      line("<line x1='%.1f' y1='%d' x2='%.1f' y2='%d'/>", x, TOP, x, BOTTOM);
    }
    for (double tick : vertical.ticks()) {
      double y = vertical.at(tick);
      line("<line x1='%d' y1='%.1f' x2='%d' y2='%.1f'/>", LEFT, y, RIGHT, y);
    }
    line("</g>");
  }

  private void drawEllipses(int k) {
    double[][] s = mixture.covariances()[k];
    double ux = horizontal.perUnit();
    double uy = vertical.perUnit();
    double a = s[0][0] * ux * ux;
    double b = s[0][1] * ux * uy;
    double c = s[1][1] * uy * uy;
    double half = Math.hypot((a - c) / 2, b);
    double major = Math.sqrt((a + c) / 2 + half);
    double minor = Math.sqrt((a + c) / 2 - half);
    double angle = Math.toDegrees(Math.atan2(2 * b, a - c) / 2);
    String colour = colour(k == 0 ? 1 : 0);
    line(
        "<g transform='translate(%.2f %.2f) rotate(%.2f)' fill='%s' fill-opacity='0.07'",
        horizontal.at(mixture.means()[k][0]), vertical.at(mixture.means()[k][1]), angle, colour);
    line("   stroke='%s' stroke-opacity='0.75' stroke-width='1.4'>", colour);
    for (double mass : MASSES) {
      line("<ellipse rx='%.2f' ry='%.2f'/>", radius(mass) * major, radius(mass) * minor);
    }
    line("</g>");
  }

  private void drawPoints() {
    line("<g stroke='white' stroke-width='0.6' fill-opacity='0.85'>");
    for (double[] point : points) {
      double share = mixture.responsibility(0, point[0], point[1]);
      line(
          "<circle cx='%.2f' cy='%.2f' r='3.6' fill='%s'/>",
          horizontal.at(point[0]), vertical.at(point[1]), colour(share));
    }
    line("</g>");
  }

  private void drawMean(int k) {
    double x = horizontal.at(mixture.means()[k][0]);
    double y = vertical.at(mixture.means()[k][1]);
    for (String style :
        new String[] {"stroke='white' stroke-width='5'", "stroke='#111' stroke-width='2'"}) {
      line("<path d='M%.1f %.1fh14m-7 -7v14' %s fill='none'/>", x - 7, y, style);
    }
  }

  private void drawAxes(String xLabel, String yLabel) {
    line("<path d='M%d %dV%dH%d' fill='none' stroke='#333'/>", LEFT, TOP, BOTTOM, RIGHT);
    for (double tick : horizontal.ticks()) {
      double x = horizontal.at(tick);
      line("<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#333'/>", x, BOTTOM, x, BOTTOM + 6);
      text(x, BOTTOM + 22, "middle", "", horizontal.label(tick));
    }
    for (double tick : vertical.ticks()) {
      double y = vertical.at(tick);
      line("<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#333'/>", LEFT - 6, y, LEFT, y);
      text(LEFT - 10, y + 5, "end", "", vertical.label(tick));
    }
    text((LEFT + RIGHT) / 2.0, HEIGHT - 20, "middle", "font-size='15'", xLabel);
    double middle = (TOP + BOTTOM) / 2.0;
    String turned =
        String.format(Locale.ROOT, "font-size='15' transform='rotate(-90 24 %.1f)'", middle);
    text(24, middle, "middle", turned, yLabel);
  }

  private void drawLegend(String[] legend) {
    int height = 20 + 22 * (legend.length + 1);
    int left = RIGHT - 352;
    int top = BOTTOM - height - 12;
    line(
        "<rect x='%d' y='%d' width='340' height='%d' rx='5' fill='white' fill-opacity='0.92'",
        left, top, height);
    line("      stroke='#ccc'/>");
    int y = top + 25;
    for (int k = 0; k < legend.length; k++, y += 22) {
      line("<circle cx='%d' cy='%d' r='5' fill='%s'/>", left + 20, y - 4, colour(k == 0 ? 1 : 0));
      text(left + 38, y, "start", "", legend[k]);
    }
    line("<ellipse cx='%d' cy='%d' rx='9' ry='5' fill='none' stroke='#777'/>", left + 20, y - 4);
    text(left + 38, y, "start", "", "ellipses hold 50, 90, 99 % of a component");
  }

  /** A colour between the two components', {@code share} of it the first one's. */
  private static String colour(double share) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (int) Math.round(share * COLOURS[0][i] + (1 - share) * COLOURS[1][i]);
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  }

  private void text(double x, double y, String anchor, String attributes, String text) {
    line("<text x='%.1f' y='%.1f' text-anchor='%s' %s>%s</text>", x, y, anchor, attributes, text);
  }

  private void line(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
