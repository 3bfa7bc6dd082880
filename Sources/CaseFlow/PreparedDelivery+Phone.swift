import ContactRouting

extension PreparedDelivery {
    /// Whether a file gives a number, in whatever notation: every page has its words in a text beside it.
    func tells(_ number: PhoneNumber) -> Bool {
        // The national number without its prefix, which no notation changes.
        let digits = number.text.utf8.filter(Self.isDigit).suffix(8)
        return artifacts.contains { artifact in
            guard artifact.mediaType != .pdf else { return false }
            return Self.holds(artifact.bytes.reveal().filter(Self.isDigit), Array(digits))
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// - Complexity: O(n · m), for the eight digits of a number.
    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
