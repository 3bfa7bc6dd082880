import PhoneNumbers
import Testing

@Suite("ParsedPhoneNumber")
struct PhoneNumbersTests {
    static func region(_ code: String) throws -> PhoneRegion { try PhoneRegion(parsing: code) }

    @Test(
        "a number is read as people write it",
        arguments: [
            ("01 23 45 67 89", "FR", "+33123456789", "FR", LineType.fixed),
            ("06.12.34.56.78", "FR", "+33612345678", "FR", .mobile),
            ("(+33) 7 51 23 45 67", "FR", "+33751234567", "FR", .mobile),
            ("0033 6 12 34 56 78", "FR", "+33612345678", "FR", .mobile),
            ("0805 10 14 20", "FR", "+33805101420", "FR", .freephone),
            ("0809 10 12 34", "FR", "+33809101234", "FR", .universal),
            ("09 51 23 45 67", "FR", "+33951234567", "FR", .voip),
            ("0825 12 34 56", "FR", "+33825123456", "FR", .sharedCost),
            ("0899 12 34 56", "FR", "+33899123456", "FR", .premium),
            ("0262 12 34 56", "RE", "+262262123456", "RE", .fixed),
            ("0692 12 34 56", "RE", "+262692123456", "RE", .mobile),
            ("+352 27 12 34 56", "FR", "+35227123456", "LU", .fixed),
            ("030 123456", "DE", "+4930123456", "DE", .fixed),
            ("+1 650 253 0000", "FR", "+16502530000", "US", .fixedOrMobile),
        ])
    func reads(text: String, region: String, e164: String, found: String, type: LineType) throws {
        let number = try ParsedPhoneNumber(parsing: text, region: Self.region(region))

        #expect(number.e164 == e164)
        #expect(number.region?.code == found)
        #expect(number.lineType == type)
        #expect(number.isPossible)
        #expect(number.isValid)
    }

    @Test("a number has a form for its country and one for abroad")
    func formats() throws {
        let number = try ParsedPhoneNumber(parsing: "+33123456789", region: .france)

        #expect(number.national == "01 23 45 67 89")
        #expect(number.international == "+33 1 23 45 67 89")
        #expect(number.callingCode == 33)
        #expect(number.extensionDigits == nil)
    }

    @Test("an extension is kept apart")
    func keepsExtension() throws {
        let number = try ParsedPhoneNumber(parsing: "01 23 45 67 89 ext. 12", region: .france)

        #expect(number.e164 == "+33123456789")
        #expect(number.extensionDigits == "12")
    }

    @Test(
        "a national number of a French territory is that territory's wherever in France it is written",
        arguments: [
            ("0692 12 34 56", "FR", "+262692123456", "RE"), ("0262 12 34 56", "GP", "+262262123456", "RE"),
            ("0639 69 12 34", "FR", "+262639691234", "YT"), ("0690 35 12 34", "FR", "+590690351234", "GP"),
            ("0694 20 12 34", "FR", "+594694201234", "GF"), ("0696 20 12 34", "FR", "+596696201234", "MQ"),
            ("06 12 34 56 78", "RE", "+33612345678", "FR"), ("01 23 45 67 89", "MQ", "+33123456789", "FR"),
        ])
    func readsTerritories(text: String, region: String, e164: String, found: String) throws {
        let number = try ParsedPhoneNumber(parsing: text, region: Self.region(region))

        #expect(number.e164 == e164)
        #expect(number.region?.code == found)
        #expect(number.isValid)
    }

    @Test("an unknown range is a warning, not an error")
    func warnsOfUnknownRange() throws {
        let number = try ParsedPhoneNumber(parsing: "+33 0 99 99 99 99", region: .france)

        #expect(!number.isValid)
        #expect(number.lineType == .unknown)
    }

    @Test(
        "what is no number is refused",
        arguments: [
            ("", "FR", "not a phone number"), ("call us", "FR", "not a phone number"),
            ("+", "FR", "not a phone number"),
            ("0", "FR", "not a phone number"), ("+999 123456789", "FR", "is unknown"),
            ("0612345678", "XX", "is unknown"),
            ("+33 1", "FR", "too few digits"), (String(repeating: "1", count: 40), "FR", "too many digits"),
            (String(repeating: "1", count: 251), "FR", "251 bytes"), ("\u{0}", "FR", "not a phone number"),
        ])
    func refuses(text: String, region: String, part: String) throws {
        let region = try Self.region(region)

        let error = #expect(throws: PhoneNumberError.self) {
            try ParsedPhoneNumber(parsing: text, region: region)
        }

        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test("a region is two capital letters", arguments: ["", "fr", "FRA", "F", "F1", "É"])
    func refusesRegions(text: String) {
        #expect(throws: PhoneNumberError.malformedRegion(text)) { try PhoneRegion(parsing: text) }
    }

    @Test("printing a number shows no digits of it")
    func hidesDigits() throws {
        let number = try ParsedPhoneNumber(parsing: "+33612345678", region: .france)
        var dumped = ""
        dump(number, to: &dumped)

        for text in ["\(number)", String(reflecting: number), dumped] {
            #expect(!text.contains("12345"))
            #expect(text.contains("mobile"))
        }
    }

    @Test("any bytes are read or refused", arguments: 0..<50 as Range<UInt64>)
    func survivesAnything(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let pieces = [
            "+", "33", "0", "6", "12", " ", "(", ")", ";ext=", "x", "\u{0}", "é", "٣", "tel:", "800", "-",
            "０",
        ]
        for _ in 0..<40 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }

            if let number = try? ParsedPhoneNumber(parsing: text, region: .france) {
                #expect(number.e164.hasPrefix("+"))
            }
        }
    }

    @Test("threads read numbers at the same time")
    func readsInParallel() async {
        let numbers = await withTaskGroup(of: String?.self) { group in
            for index in 0..<200 {
                group.addTask {
                    try? ParsedPhoneNumber(parsing: "06 12 34 56 \(10 + index % 90)", region: .france).e164
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(numbers.count == 200 && numbers.allSatisfy { $0?.hasPrefix("+336123456") == true })
    }
}
