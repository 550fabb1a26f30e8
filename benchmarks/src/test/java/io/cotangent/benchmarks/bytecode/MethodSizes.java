package io.cotangent.benchmarks.bytecode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a class file how many bytes of bytecode each method has (JVMS, chapter 4). */
final class MethodSizes {
  /** Beyond this, HotSpot leaves a method to the interpreter for good. */
  static final int COMPILED_LIMIT = 8000;

  private static final int MAGIC = 0xCAFEBABE;

  private MethodSizes() {}

  /** Returns the sizes by the methods' names and descriptors. */
  static Map<String, Integer> of(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.skipNBytes(4); // version
    String[] texts = constants(in);
    in.skipNBytes(6); // flags, this class, super class
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    Map<String, Integer> sizes = new TreeMap<>();
    members(in, texts, new TreeMap<>()); // fields
    members(in, texts, sizes);
    return sizes;
  }

  /** Reads past the constant pool and keeps its texts. */
  private static String[] constants(DataInputStream in) throws IOException {
    String[] texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // a long or a double takes two places
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of unknown kind " + tag);
      }
    }
    return texts;
  }

  private static void members(DataInputStream in, String[] texts, Map<String, Integer> sizes)
      throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2); // flags
      String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        String attribute = texts[in.readUnsignedShort()];
        long length = Integer.toUnsignedLong(in.readInt());
        if (attribute.equals("Code")) {
          in.skipNBytes(4); // stack, locals
          sizes.put(name, in.readInt());
          length -= 8;
        }
        in.skipNBytes(length);
      }
    }
  }
}
