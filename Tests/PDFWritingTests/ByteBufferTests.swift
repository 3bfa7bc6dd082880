import Testing

@testable import PDFWriting

@Suite("ByteBuffer")
struct ByteBufferTests {
    @Test(
        "lengths are written in points with at most two decimals",
        arguments: [
            (0, "0"), (5, "0.05"), (50, "0.5"), (100, "1"), (1050, "10.5"), (59528, "595.28"),
            (-1234, "-12.34"),
            (-5, "-0.05"), (100_000, "1000"),
        ])
    func points(centipoints: Int, expected: String) {
        var buffer = ByteBuffer()

        buffer.append(points: Length(centipoints: centipoints))

        #expect(buffer.text == expected)
    }

    @Test(
        "whole numbers are written in decimal digits",
        arguments: [
            (0, "0"), (7, "7"), (-10, "-10"), (Int.max, "9223372036854775807"),
            (Int.min, "-9223372036854775808"),
        ])
    func numbers(number: Int, expected: String) {
        var buffer = ByteBuffer()

        buffer.append(number: number)

        #expect(buffer.text == expected)
    }

    @Test("a literal string escapes parentheses, backslash and carriage return, and nothing else")
    func escapes() {
        var buffer = ByteBuffer()

        for byte in UInt8.min...UInt8.max { buffer.append(escaped: byte) }

        #expect(buffer.count == 256 + 4)
        #expect(buffer.bytes.contains(subsequence: Array("\\r".utf8)))
        #expect(buffer.bytes.contains(subsequence: Array("\\(\\)".utf8)))
        #expect(buffer.bytes.contains(subsequence: Array("\\\\".utf8)))
        #expect(!buffer.bytes.contains(0x0D))
    }

    @Test(
        "text strings are plain for ASCII and UTF-16 otherwise",
        arguments: [
            ("Objet", "(Objet)"), ("a(b)\\", "(a\\(b\\)\\\\)"), ("été", "<FEFF00E9007400E9>"),
            ("😀", "<FEFFD83DDE00>"),
        ])
    func textStrings(text: String, expected: String) {
        var buffer = ByteBuffer()

        buffer.append(textString: text)

        #expect(buffer.text == expected)
    }

    @Test("hexadecimal and big-endian numbers keep their width")
    func widths() {
        var buffer = ByteBuffer()

        buffer.append(hex: 0x2A, digits: 4)
        buffer.append(bigEndian: 0x0102_0304, width: 4)

        #expect(buffer.bytes == Array("002A".utf8) + [1, 2, 3, 4])
    }
}

extension ByteBuffer {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension [UInt8] {
    func contains(subsequence: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: subsequence) }
    }
}
