import JSONText
import Testing

@Suite("JSON properties")
struct PropertyTests {
    @Test("property: reading and writing gives the same bytes", arguments: 0..<300 as Range<UInt64>)
    func roundTrips(seed: UInt64) throws {
        for layout in [JSONWriter.Layout.compact, .pretty] {
            let bytes = RandomDocument.bytes(seed: seed, layout)

            var writer = JSONWriter(layout)
            writer.value(try JSONDocument(parsing: bytes).root)

            #expect(writer.bytes == bytes)
        }
    }

    @Test(
        "property: layout does not change the canonical form, which is its own",
        arguments: 0..<300 as Range<UInt64>)
    func hasOneCanonicalForm(seed: UInt64) throws {
        let canonical = try JSONDocument.canonicalBytes(of: RandomDocument.bytes(seed: seed, .compact))

        #expect(try JSONDocument.canonicalBytes(of: RandomDocument.bytes(seed: seed, .pretty)) == canonical)
        #expect(try JSONDocument.canonicalBytes(of: canonical) == canonical)
    }

    @Test(
        "property: a damaged document is read or refused with a place inside it",
        arguments: 0..<300 as Range<UInt64>)
    func survivesDamage(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 1_000)
        let valid = RandomDocument.bytes(seed: seed, .pretty)
        for _ in 0..<60 {
            let damaged = Self.damage(valid, using: &random)

            do throws(JSONError) {
                let document = try JSONDocument(parsing: damaged)
                #expect(throws: Never.self) { try JSONDocument(parsing: document.root.canonicalBytes()) }
            } catch {
                #expect((0...damaged.count).contains(error.place.position.offset))
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test("property: every beginning of a document is read or refused", arguments: 0..<60 as Range<UInt64>)
    func survivesCuts(seed: UInt64) throws {
        let bytes = RandomDocument.bytes(seed: seed)
        for length in 0..<min(bytes.count, 400) {
            let document = try? JSONDocument(parsing: bytes[..<length])

            // Only a number is still one when its end is missing.
            if let kind = document?.root.kind { #expect(kind == .number) }
        }
    }

    @Test("property: every value is found again by its pointer", arguments: 0..<100 as Range<UInt64>)
    func pointsBack(seed: UInt64) throws {
        let root = try JSONDocument(parsing: RandomDocument.bytes(seed: seed)).root
        var open = [(value: root, pointer: "")]
        while let (value, pointer) = open.popLast() {
            #expect(value.pointer == pointer)
            for member in value.members.map(Array.init) ?? [] {
                let key = member.key.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }
                    .joined()
                open.append((member.value, "\(pointer)/\(key)"))
            }
            let elements = value.elements.map { Array($0) } ?? []
            for (index, element) in elements.enumerated() {
                open.append((element, "\(pointer)/\(index)"))
            }
        }
    }

    /// Up to three changes: a byte replaced, removed, inserted or repeated.
    private static func damage(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        let hostile = Array("{}[]\",:\\u0dDeE+-.tfn \n\u{0}".utf8) + [0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF]
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !damaged.isEmpty {
            let index = Int.random(in: 0..<damaged.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: damaged[index] = hostile.randomElement(using: &random) ?? 0
            case 1: damaged.remove(at: index)
            case 2: damaged.insert(hostile.randomElement(using: &random) ?? 0, at: index)
            default: damaged.insert(contentsOf: damaged[index..<min(index + 9, damaged.count)], at: index)
            }
        }
        return damaged
    }
}
