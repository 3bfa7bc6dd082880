import PhoneNumbers
import Testing

@Suite("What the French numbering plan says by itself")
struct FrenchNumberingTests {
    @Test("agrees with the library: an ordinary number is possible, keeps its form and costs no extra")
    func agreesWithLibrary() throws {
        var ordinary = 0
        // The first four digits say all: what kind of number, and who has it.
        for prefix in 1000...9999 {
            let e164 = "+33\(prefix)12345"
            guard FrenchNumbering.isOrdinary(e164) else { continue }

            let parsed = try ParsedPhoneNumber(parsing: e164, region: .france)

            ordinary += 1
            #expect(parsed.isPossible && parsed.extensionDigits == nil && parsed.e164 == e164)
            #expect(parsed.lineType != .premium && parsed.lineType != .sharedCost)
        }
        #expect(ordinary == 8100)
    }

    @Test(
        "leaves to the library what costs extra, what is abroad, and what is no number",
        arguments: [
            "+33891234567", "+33820123456", "+33884123456", "+442079460018", "+3361234567", "+336123456789",
            "+33012345678", "0612345678", "+33 612345678", "+3361234567a", "+33٦12345678", "+33", "",
        ])
    func leaves(_ text: String) {
        #expect(!FrenchNumbering.isOrdinary(text))
    }
}
