import PDFChecking
import Testing

@testable import PDFWriting

@Suite("Pictures")
struct RasterImageTests {
    @Test("a PNG of 8 bits in grey, colour or palette is taken over", arguments: [0, 2, 3] as [UInt8])
    func png(kind: UInt8) throws {
        let image = try RasterImage(
            SamplePictures.png {
                $0.kind = kind
                if kind == 3 { $0.palette = [255, 255, 255, 20, 20, 90] }
            })

        #expect(image.width == 24)
        #expect(image.height == 8)
        #expect(image.coding == .deflatedRows)
        #expect(image.colours.components == (kind == 2 ? 3 : 1))
    }

    @Test(
        "transparent pixels stand on white, whatever the filter", arguments: [4, 6] as [UInt8],
        0...4 as ClosedRange<UInt8>)
    func transparent(kind: UInt8, filter: UInt8) throws {
        var shape = SamplePictures.Shape()
        (shape.width, shape.height, shape.kind) = (5, 4, kind)
        let channels = kind == 4 ? 2 : 4
        // Ink of 10 that covers more and more of the paper.
        let colours = (0..<20).flatMap { pixel in
            [UInt8](repeating: 10, count: channels - 1) + [UInt8(pixel * 13)]
        }
        let file = SamplePictures.png(
            shape, rows: SamplePictures.rows(shape, colours: colours, filter: filter))

        let image = try RasterImage(file)

        var decompressor = try Decompressor()
        let row = 1 + 5 * (channels - 1)
        let plain = try #require(try decompressor.decompress(image.bytes, count: 4 * row)).plain
        for pixel in 0..<20 {
            let shown = Int(plain[pixel / 5 * row + 1 + pixel % 5 * (channels - 1)])
            #expect(abs(shown - (255 - 245 * pixel * 13 / 255)) <= 1)
        }
    }

    @Test("transparent colours of a palette stand on white")
    func transparentPalette() throws {
        let image = try RasterImage(
            SamplePictures.png {
                $0.kind = 3
                $0.palette = [0, 0, 0, 20, 20, 90]
                $0.transparency = [0]
            })

        #expect(image.colours == .palette([255, 255, 255, 20, 20, 90]))
    }

    @Test("a JPEG is taken over byte by byte when it holds nothing but the picture")
    func jpeg() throws {
        let image = try RasterImage(SamplePictures.jpeg)

        #expect((image.width, image.height) == (24, 8))
        #expect(image.colours == .redGreenBlue)
        #expect(image.bytes == SamplePictures.jpeg)
    }

    @Test("what a photograph tells about place and camera is left out")
    func privacy() throws {
        let place = Array("Exif\0\0MM\0*\0\0\0\u{8}\0\0 48.8566 N".utf8)
        let secret =
            segment(0xE1, place) + segment(0xFE, Array("camera 7".utf8)) + segment(0xED, Array("IPTC".utf8))

        let image = try RasterImage(Array(SamplePictures.jpeg[..<2] + secret + SamplePictures.jpeg[2...]))

        #expect(image.bytes == SamplePictures.jpeg)
    }

    @Test(
        "a photograph is turned as its camera says",
        arguments: [(1, 24, 8), (3, 24, 8), (6, 8, 24), (8, 8, 24)])
    func turned(tag: Int, width: Int, height: Int) throws {
        let image = try RasterImage(SamplePictures.jpeg[..<2] + exif(tag) + SamplePictures.jpeg[2...])

        #expect(image.turn.rawValue == tag)
        #expect((image.width, image.height) == (width, height))
    }

    @Test("every turn maps the picture's corners to the frame's corners", arguments: 1...8)
    func corners(tag: Int) throws {
        let turn = try #require(RasterImage.Turn(rawValue: tag)).matrix

        let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map { x, y in
            [turn.a * x + turn.c * y + turn.e, turn.b * x + turn.d * y + turn.f]
        }

        #expect(Set(corners) == [[0, 0], [1, 0], [0, 1], [1, 1]])
    }

    @Test("malformed notes of a camera count as none", arguments: [0, 9, 255])
    func oddTurn(tag: Int) throws {
        let image = try RasterImage(SamplePictures.jpeg[..<2] + exif(tag) + SamplePictures.jpeg[2...])

        #expect(image.turn == .none)
    }

    @Test("what a PDF cannot hold as it is, is refused by its name", arguments: refusals)
    func refused(_ refusal: Refusal) throws {
        let error = #expect(throws: PDFError.self) { try RasterImage(refusal.bytes) }

        #expect(error == .imageRefused(refusal.fault))
        #expect(error?.description.hasPrefix("The picture ") == true)
    }

    @Test(
        "a picture that is cut off anywhere is refused",
        arguments: [SamplePictures.png(), SamplePictures.jpeg])
    func cutOff(file: [UInt8]) {
        for count in 0..<file.count {
            #expect(throws: PDFError.self) { try RasterImage(Array(file.prefix(count))) }
        }
    }

    @Test(
        "property: damaged pictures are refused or read, and nothing else happens",
        arguments: 0..<400 as Range<UInt64>)
    func damaged(seed: UInt64) {
        var state = seed &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var file = seed.isMultiple(of: 2) ? SamplePictures.png() : SamplePictures.jpeg
        for _ in 0...next(6) { file[next(file.count)] = UInt8(next(256)) }

        guard let image = try? RasterImage(file) else { return }

        #expect(image.width * image.height <= RasterImage.pixelsMax)
        #expect(image.bytes.count <= file.count)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let fault: RasterImage.Fault
        let bytes: [UInt8]
        var testDescription: String { "\(fault)" }
    }

    static let refusals: [Refusal] = [
        Refusal(fault: .unknownKind, bytes: Array("GIF89a".utf8)),
        Refusal(fault: .unknownKind, bytes: []),
        Refusal(
            fault: .tooManyBytes(bytes: 4_194_305, bytesMax: 4_194_304),
            bytes: [UInt8](repeating: 0, count: 4_194_305)),
        Refusal(fault: .transparent, bytes: SamplePictures.png { $0.transparency = [0, 32] }),
        Refusal(fault: .interlaced, bytes: SamplePictures.png { $0.interlace = 1 }),
        Refusal(fault: .unusualDepth(bits: 16), bytes: SamplePictures.png { $0.depth = 16 }),
        Refusal(fault: .unusualDepth(bits: 1), bytes: SamplePictures.png { $0.depth = 1 }),
        Refusal(fault: .malformed(.palette), bytes: SamplePictures.png { $0.kind = 3 }),
        Refusal(
            fault: .malformed(.palette),
            bytes: SamplePictures.png {
                $0.kind = 3
                $0.palette = [1, 2, 3]
                $0.transparency = [1, 2]
            }),
        Refusal(fault: .malformed(.segment), bytes: SamplePictures.png { $0.kind = 5 }),
        Refusal(fault: .malformed(.size), bytes: SamplePictures.png { $0.width = 0 }),
        Refusal(
            fault: .tooManyPixels(width: 2_147_483_647, height: 2_147_483_647, pixelsMax: 16_000_000),
            bytes: SamplePictures.png(huge, rows: [])),
        // Rows for fewer and for more pixels than the header says.
        Refusal(
            fault: .malformed(.pixels), bytes: SamplePictures.png(.init(), rows: SamplePictures.rows(small))),
        Refusal(
            fault: .malformed(.pixels), bytes: SamplePictures.png(small, rows: SamplePictures.rows(.init()))),
        Refusal(fault: .malformed(.pixels), bytes: SamplePictures.png { $0.filter = 5 }),
        Refusal(fault: .malformed(.checksum), bytes: flipped(SamplePictures.png(), at: 20)),
        Refusal(
            fault: .malformed(.segment),
            bytes: Array(SamplePictures.png().prefix(8)) + SamplePictures.chunk("IEND", [])),
        Refusal(fault: .fourColours, bytes: frame(0xC0, components: 4)),
        Refusal(fault: .unusualJPEG, bytes: frame(0xC3, components: 3)),
        Refusal(fault: .unusualJPEG, bytes: frame(0xC9, components: 3)),
        Refusal(fault: .unusualDepth(bits: 12), bytes: frame(0xC1, components: 3, depth: 12)),
        Refusal(fault: .malformed(.segment), bytes: frame(0xC0, components: 2)),
        Refusal(fault: .malformed(.size), bytes: frame(0xC2, components: 1, height: 0)),
        Refusal(
            fault: .tooManyPixels(width: 24, height: 65_535, pixelsMax: 16_000_000),
            bytes: frame(0xC0, components: 1, height: 65_535)),
        Refusal(fault: .malformed(.pixels), bytes: [0xFF, 0xD8, 0xFF, 0xD9]),
        Refusal(fault: .unusualJPEG, bytes: withoutTables),
        Refusal(fault: .truncated, bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0]),
        Refusal(fault: .malformed(.segment), bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0]),
    ]

    private static let small = {
        var shape = SamplePictures.Shape()
        shape.height = 7
        return shape
    }()

    private static let huge = {
        var shape = SamplePictures.Shape()
        (shape.width, shape.height) = (2_147_483_647, 2_147_483_647)
        return shape
    }()

    /// A frame and a scan, and nothing to read it with.
    private static let withoutTables: [UInt8] =
        frame(0xC0, components: 1).dropLast(2) + [0xFF, 0xDA, 0, 8, 1, 0, 0, 0, 63, 0, 0x55, 0xFF, 0xD9]

    private static func flipped(_ file: [UInt8], at place: Int) -> [UInt8] {
        var file = file
        file[place] ^= 1
        return file
    }

    /// The beginning of a JPEG, up to its frame.
    private static func frame(_ marker: UInt8, components: UInt8, depth: UInt8 = 8, height: Int = 8)
        -> [UInt8]
    {
        let parts: [UInt8] = (0..<components).flatMap { [$0, 0x11, 0] as [UInt8] }
        let content: [UInt8] = [depth, UInt8(height >> 8), UInt8(height & 255), 0, 24, components] + parts
        return [0xFF, 0xD8, 0xFF, marker, 0, UInt8(content.count + 2)] + content + [0xFF, 0xD9]
    }

    private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, 0, UInt8(content.count + 2)] + content
    }

    /// A segment that says how the camera was held.
    private func exif(_ tag: Int) -> [UInt8] {
        segment(
            0xE1,
            Array("Exif\0\0II*\0".utf8) + [
                8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(tag), 0, 0, 0,
            ])
    }
}
