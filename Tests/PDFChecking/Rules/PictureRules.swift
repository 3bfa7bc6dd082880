extension PDFRule {
    /// Pictures, and the elements that stand for them.
    static let pictureRules = [
        PDFRule("figure-alternative", "A 6.7.5, UA 7.3, M 13-004") { checked in
            checked.tree.elements.filter { $0.role == "Figure" && ($0.entries["Alt"]?.text ?? "").isEmpty }
                .map { "figure \($0.number) has no text for those who cannot see it" }
        },
        PDFRule("figure-frame", "ISO 32000 14.8.5.4.3, UA 7.3") { checked in
            checked.tree.elements.filter { $0.role == "Figure" }.compactMap { figure in
                let box =
                    checked.tree.attributes(of: figure)["Layout"]?["BBox"]?.array?.compactMap(\.number) ?? []
                guard box.count == 4, box[0] < box[2], box[1] < box[3] else {
                    return "figure \(figure.number) has no frame"
                }
                let page = checked.pages.first { .reference($0.number) == figure.entries["Pg"] }
                let sheet = page?.entries["MediaBox"]?.array?.compactMap(\.number) ?? []
                let isInside =
                    sheet.count == 4 && box[0] >= sheet[0] && box[1] >= sheet[1] && box[2] <= sheet[2]
                    && box[3] <= sheet[3]
                return isInside
                    ? nil : "figure \(figure.number) has no frame"
            }
        },
        PDFRule("picture-in-figure", "UA 7.3, M 13-001") { checked in
            checked.pages.flatMap { page in
                page.scan.marks.filter { !$0.pictures.isEmpty && $0.tag != "Figure" }
                    .map { "page \(page.number) shows a picture as \($0.tag)" }
            }
        },
        // No masks: nothing is transparent. No alternates, no interpolation, nothing of prepress.
        PDFRule("picture-entries", "A 6.2.8, 6.4") { checked in
            checked.pictures.flatMap { number, picture in
                unknown(
                    picture.value.dictionary ?? [:],
                    but: [
                        "Type", "Subtype", "Width", "Height", "BitsPerComponent", "ColorSpace", "Filter",
                        "DecodeParms", "Length",
                    ], in: "picture \(number)")
            }
        },
        PDFRule("picture-colours", "A 6.2.4.3") { checked in
            checked.pictures.compactMap { number, picture in
                components(of: picture) == nil
                    ? "picture \(number) has colours that the intent does not explain" : nil
            }
        },
        PDFRule("picture-pixels", "ISO 32000 8.9.5") { checked in
            checked.pictures.compactMap { number, picture in
                guard let width = picture["Width"]?.integer, let height = picture["Height"]?.integer,
                    let components = components(of: picture), picture["BitsPerComponent"] == .integer(8),
                    let stream = picture.stream
                else { return "picture \(number) does not state its size" }
                let isWhole =
                    picture["Filter"] == .name("DCTDecode")
                    ? frame(of: stream) == [height, width, components]
                    : Inflater.inflate(stream)?.count == height * (width * components + 1)
                        && picture["DecodeParms"]?.dictionary
                            == [
                                "Predictor": .integer(15), "Colors": .integer(components),
                                "Columns": .integer(width),
                            ]
                return isWhole ? nil : "picture \(number) has another size than it says"
            }
        },
    ]

    /// Values for each pixel; nil for a colour space other than grey, RGB and a palette of RGB.
    private static func components(of picture: PDFFile.Object) -> Int? {
        switch picture["ColorSpace"] {
        case .name("DeviceGray"): return 1
        case .name("DeviceRGB"): return 3
        case .array(let parts):
            guard parts.count == 4, parts[0] == .name("Indexed"), parts[1] == .name("DeviceRGB"),
                let last = parts[2].integer, (0...255).contains(last), parts[3].bytes?.count == (last + 1) * 3
            else { return nil }
            return 1
        default: return nil
        }
    }

    /// Height, width and components from the frame of a JPEG.
    private static func frame(of bytes: [UInt8]) -> [Int]? {
        var offset = 2
        guard bytes.starts(with: [0xFF, 0xD8]), bytes.suffix(2) == [0xFF, 0xD9] else { return nil }
        while offset + 10 < bytes.count, bytes[offset] == 0xFF {
            if [0xC0, 0xC1, 0xC2].contains(bytes[offset + 1]) {
                let frame = bytes[(offset + 5)..<(offset + 10)].map(Int.init)
                return [frame[0] << 8 | frame[1], frame[2] << 8 | frame[3], frame[4]]
            }
            offset += 2 + (Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3]))
        }
        return nil
    }
}
