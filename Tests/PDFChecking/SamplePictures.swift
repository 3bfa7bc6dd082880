internal import CDeflate
internal import Foundation

/// Pictures as files, for tests of whatever reads pictures.
public enum SamplePictures {
    /// The parts of a PNG's header that a test may want otherwise.
    public struct Shape: Sendable {
        public var width = 24
        public var height = 8
        public var depth: UInt8 = 8
        /// 0 grey, 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency.
        public var kind: UInt8 = 0
        public var interlace: UInt8 = 0
        public var palette: [UInt8] = []
        public var transparency: [UInt8] = []
        /// The filter in front of every row.
        public var filter: UInt8 = 0

        public init() {}
    }

    /// A PNG of slanted lines.
    public static func png(_ change: (inout Shape) -> Void = { _ in }) -> [UInt8] {
        var shape = Shape()
        change(&shape)
        return png(shape, rows: rows(shape))
    }

    /// A PNG with compressed rows of the test's own.
    public static func png(_ shape: Shape, rows: [UInt8]) -> [UInt8] {
        var header = bigEndian(shape.width) + bigEndian(shape.height)
        header += [shape.depth, shape.kind, 0, 0, shape.interlace]
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
        if !shape.palette.isEmpty { file += chunk("PLTE", shape.palette) }
        if !shape.transparency.isEmpty { file += chunk("tRNS", shape.transparency) }
        // In two chunks, as cameras and programs like to write them.
        file += chunk("IDAT", Array(rows.prefix(rows.count / 2)))
        file += chunk("IDAT", Array(rows.dropFirst(rows.count / 2)))
        return file + chunk("IEND", [])
    }

    /// The rows of a PNG, packed.
    public static func rows(_ shape: Shape) -> [UInt8] {
        let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][shape.kind] ?? 1
        var plain: [UInt8] = []
        for row in 0..<shape.height {
            plain.append(shape.filter)
            for column in 0..<(shape.width * channels) {
                let isInk = (column / channels + row).isMultiple(of: 5)
                plain.append(shape.kind == 3 ? (isInk ? 1 : 0) : (isInk ? 0x20 : 0xF0))
            }
        }
        return Inflater.deflate(plain)
    }

    /// The rows of a PNG with these colours, each behind the filter, packed.
    public static func rows(_ shape: Shape, colours: [UInt8], filter: UInt8) -> [UInt8] {
        let length = colours.count / shape.height
        let step = length / shape.width
        func colour(_ row: Int, _ place: Int) -> Int {
            row < 0 || place < 0 ? 0 : Int(colours[row * length + place])
        }
        var plain: [UInt8] = []
        for row in 0..<shape.height {
            plain.append(filter)
            for place in 0..<length {
                let (left, above) = (colour(row, place - step), colour(row - 1, place))
                let corner = colour(place < step ? -1 : row - 1, place - step)
                let ordered = [left, above, corner].enumerated().min { first, second in
                    let distances = [first, second].map { abs(left + above - corner - $0.element) }
                    return (distances[0], first.offset) < (distances[1], second.offset)
                }
                let guesses = [0, left, above, (left + above) / 2, ordered?.element ?? 0]
                plain.append(UInt8(truncatingIfNeeded: colour(row, place) - guesses[Int(filter)]))
            }
        }
        return Inflater.deflate(plain)
    }

    public static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        let sum = libdeflate_crc32(0, named, named.count)
        return bigEndian(content.count) + named + bigEndian(Int(sum))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// A real photograph of 24 x 8 pixels in colour: a blue line that goes up and down.
    public static let jpeg = [UInt8](
        Data(base64Encoded: encodedJPEG) ?? Data())

    private static let encodedJPEG = """
        /9j/4AAQSkZJRgABAQEASABIAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNy\
        wtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09P\
        T09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAw\
        QFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkK\
        FhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmq\
        KjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB\
        AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRob\
        HBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOE\
        hYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+P\
        n6/9oADAMBAAIRAxEAPwDrtTttV1m/ksDustLjwJJFPz3HGcL6Dt/nFVLWfXNFL6RDp0moqnNrcFtqiP0Y9Mj0ooro\
        jU05WlYhrqaOn2OtPeR3mq6kgCZItbZcR8jHJPJ/xooorGUnJ3ZSVj//2Q==
        """
}
