/// A file as the rules see it: its objects, its trailer and its bytes.
///
/// A small reader for the files that our writer makes (a cross-reference stream, object streams, generation 0), written
/// apart from the writer so that they do not share mistakes. Everything may be changed, so that a test can break it.
public struct PDFFile: Sendable {
    public struct Object: Hashable, Sendable {
        public var value: PDFValue
        /// As it stands in the file; nil for an object that is no stream.
        public var stream: [UInt8]?

        public subscript(key: String) -> PDFValue? {
            get { value.dictionary?[key] }
            set {
                var entries = value.dictionary ?? [:]
                entries[key] = newValue
                value = .dictionary(entries)
            }
        }
    }

    public var bytes: [UInt8]
    public var trailer: [String: PDFValue] = [:]
    public var objects: [Int: Object] = [:]
    /// Where objects that lie in no object stream begin.
    public var offsets: [Int: Int] = [:]

    /// - Throws: `UnreadablePDF`.
    public init(_ bytes: [UInt8]) throws(UnreadablePDF) {
        self.bytes = bytes
        let table = try readTable()
        for (number, place) in table.enumerated() where place.kind == 1 {
            objects[number] = try object(number, at: place.field)
            offsets[number] = place.field
        }
        for (number, place) in table.enumerated() where place.kind == 2 {
            objects[number] = try object(number, inStream: place.field, index: place.index)
        }
    }

    public func resolve(_ value: PDFValue?) -> PDFValue? {
        guard case .reference(let number) = value else { return value }
        return objects[number]?.value
    }

    /// The dictionary that a value is or refers to.
    public func entries(_ value: PDFValue?) -> [String: PDFValue] { resolve(value)?.dictionary ?? [:] }

    public var catalog: [String: PDFValue] { entries(trailer["Root"]) }

    /// A stream's content without its filters; nil when it is none or damaged.
    public func content(of value: PDFValue?) -> [UInt8]? {
        guard let number = value?.reference, let object = objects[number], let stream = object.stream else {
            return nil
        }
        switch object["Filter"] {
        case nil: return stream
        case .name("FlateDecode"): return object["DecodeParms"] == nil ? Inflater.inflate(stream) : nil
        default: return nil
        }
    }

    /// The object numbers of the pages, in order.
    public var pages: [Int] {
        (entries(catalog["Pages"])["Kids"]?.array ?? []).compactMap(\.reference)
    }

    // MARK: Reading

    private mutating func readTable() throws(UnreadablePDF) -> [(kind: Int, field: Int, index: Int)] {
        // The words, a number of at most ten digits, and the mark at the end of the file.
        guard let mark = bytes.suffix(40).firstRange(of: Array("startxref\n".utf8))?.lowerBound
        else { throw UnreadablePDF("no startxref") }
        var scanner = PDFScanner(bytes, at: mark)
        try scanner.expect("startxref")
        guard let start = try scanner.value().integer, (0..<bytes.count).contains(start)
        else { throw UnreadablePDF("startxref leads out of the file") }
        let (number, stream) = try streamObject(at: start)
        objects[number] = stream
        offsets[number] = start
        trailer = stream.value.dictionary ?? [:]
        guard stream["Type"] == .name("XRef"),
            stream["W"] == .array([.integer(1), .integer(4), .integer(2)]),
            let plain = content(of: .reference(number)), let size = stream["Size"]?.integer,
            plain.count == size * 7
        else { throw UnreadablePDF("the cross-reference stream is malformed") }
        return (0..<size).map { entry in
            let row = plain[(entry * 7)..<(entry * 7 + 7)]
            let field = row.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
            return (Int(row[entry * 7]), field, row.suffix(2).reduce(0) { $0 << 8 | Int($1) })
        }
    }

    private func object(_ number: Int, at offset: Int) throws(UnreadablePDF) -> Object {
        let (found, object) = try streamObject(at: offset)
        guard found == number else { throw UnreadablePDF("object \(found) stands where \(number) should") }
        return object
    }

    private func streamObject(at offset: Int) throws(UnreadablePDF) -> (number: Int, Object) {
        guard offset < bytes.count else { throw UnreadablePDF("an object lies behind the end") }
        var scanner = PDFScanner(bytes, at: offset)
        guard let number = try scanner.value().integer, try scanner.value() == .integer(0)
        else { throw UnreadablePDF("no object at byte \(offset)") }
        try scanner.expect("obj")
        let value = try scanner.value()
        guard try scanner.next() == .keyword("stream"), let length = value.dictionary?["Length"]?.integer
        else { throw UnreadablePDF("object \(number) is no stream with a length") }
        let start = scanner.offset + 1
        guard start + length < bytes.count, bytes[scanner.offset] == 0x0A
        else { throw UnreadablePDF("stream \(number) is longer than the file") }
        scanner.offset = start + length
        try scanner.expect("endstream")
        try scanner.expect("endobj")
        return (number, Object(value: value, stream: Array(bytes[start..<(start + length)])))
    }

    private func object(_ number: Int, inStream stream: Int, index: Int) throws(UnreadablePDF) -> Object {
        guard let holder = objects[stream], let first = holder["First"]?.integer,
            holder["Type"] == .name("ObjStm"), let plain = content(of: .reference(stream))
        else { throw UnreadablePDF("object \(number) lies in no object stream") }
        var heads = PDFScanner(plain)
        var places: [(Int, Int)] = []
        while heads.offset < first, places.count <= index {
            guard let name = try heads.value().integer, let place = try heads.value().integer
            else { throw UnreadablePDF("the heads of object stream \(stream) are malformed") }
            places.append((name, place))
        }
        guard index < places.count, places[index].0 == number
        else { throw UnreadablePDF("object \(number) is not at its place in stream \(stream)") }
        var body = PDFScanner(plain, at: first + places[index].1)
        return Object(value: try body.value())
    }
}
