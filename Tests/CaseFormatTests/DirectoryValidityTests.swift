import CaseFormat
import CivilCalendar
import ContactRouting
import Testing

@Suite("What holds from a day and until a day")
struct DirectoryValidityTests {
    /// The small directory, its phone under one number until the last day of June and under another from July.
    static let twoNumbers = SmallDirectory.text.replacing(
        #"{"channel": "phone""#,
        with: """
            {"channel": "phone", "endpoints": [{"kind": "tel", "value": "+33123456780"}], "validUntil": "2026-06-30",
             "source": \(SmallDirectory.source)},
            {"validFrom": "2026-07-01", "channel": "phone"
            """)

    private func phone(_ day: String) throws -> [String] {
        let directory = try DirectoryReader().read(Self.twoNumbers.bytes).directory
        let held = directory.valid(on: try #require(CivilDay(day)))
        let merchant = try #require(held.merchants.first)
        return merchant.channels.flatMap(\.endpoints).map { endpoint in
            guard case .tel(let number) = endpoint.address else { return "" }
            return number.text
        }
    }

    @Test("On each day the channel that holds is offered, both days of the change included")
    func changesOver() throws {
        #expect(try phone("2026-06-30") == ["+33123456780"])
        #expect(try phone("2026-07-01") == ["+33123456789"])
        #expect(DirectoryReader().check(Self.twoNumbers.bytes).isEmpty)
    }

    @Test("The days on which something changes are listed, and between them nothing does")
    func listsTurningDays() throws {
        let directory = try TestDirectory.loaded().directory
        let days = directory.turningDays

        #expect(days == days.sorted())
        for (day, next) in zip(days, days.dropFirst()) {
            #expect(directory.valid(on: day) == directory.valid(on: next.adding(days: -1)))
            #expect(directory.valid(on: day) != directory.valid(on: day.adding(days: -1)))
        }
        #expect(try DirectoryReader().read(SmallDirectory.text.bytes).directory.turningDays.isEmpty)
    }

    @Test("A service that ends later was not closed before, and its hours keep their place")
    func opensBeforeClosing() throws {
        let directory = try TestDirectory.loaded().directory
        let before = directory.valid(on: try #require(CivilDay("2025-07-19")))
        let after = directory.valid(on: try #require(CivilDay("2025-07-20")))

        #expect(!before.closed.contains { $0.id == .odr })
        #expect(after.closed.contains { $0.id == .odr })
        #expect(before.hours == directory.hours)
    }

    @Test("An endpoint, a policy and an institution have days of their own")
    func narrowsParts() throws {
        let text = SmallDirectory.text
            .replacing(#""+33123456789"}"#, with: #""+33123456789", "validFrom": "2026-03-01"}"#)
            .replacing(
                #""policies": []"#,
                with:
                    #""policies": [{"id": "p", "channel": "phone", "after": "order.deliveredOn", "days": 30, "validUntil": "2026-03-31", "source": \#(SmallDirectory.source)}]"#
            )
            .replacing(
                #""institutions": []"#,
                with:
                    #""institutions": [{"id": "m", "name": "M", "kind": "mediator", "country": "FR", "timeZone": "Europe/Paris", "validUntil": "2026-02-28", "channels": [{"channel": "mediator", "endpoints": [], "source": \#(SmallDirectory.source)}]}]"#
            )
        let directory = try DirectoryReader().read(text.bytes).directory
        let february = directory.valid(on: try #require(CivilDay("2026-02-28")))
        let april = directory.valid(on: try #require(CivilDay("2026-04-01")))

        #expect(february.merchants.first?.channels.first?.endpoints.isEmpty == true)
        #expect(february.merchants.first?.policies.count == 1)
        #expect(february.institutions.count == 1)
        #expect(april.merchants.first?.channels.first?.endpoints.count == 1)
        #expect(april.merchants.first?.policies.isEmpty == true)
        #expect(april.institutions.isEmpty)
    }

    static let faults: [(change: (String, String), code: String, pointer: String)] = [
        (
            (#""validFrom": "2026-07-01""#, #""validFrom": "2026-06-30""#), "duplicate-entry",
            "/merchants/0/channels/1/channel"
        ),
        (
            (#""validFrom": "2026-07-01","#, ""), "duplicate-entry", "/merchants/0/channels/1/channel"
        ),
        (
            (#""validFrom": "2026-07-01""#, #""validFrom": "2026-07-01", "validUntil": "2026-06-30""#),
            "contradiction", "/merchants/0/channels/1/validUntil"
        ),
        (
            (#""validFrom": "2026-07-01""#, #""validFrom": "2026-06-31""#), "impossible-date",
            "/merchants/0/channels/1/validFrom"
        ),
        (
            (
                #""closed": []"#,
                #""closed": [{"id": "phone", "since": "2026-09-01", "successor": ["chat"], "source": \#(SmallDirectory.source)}]"#
            ), "contradiction", "/merchants/0/channels/1/channel"
        ),
    ]

    @Test("Days that overlap, end before they begin, or go beyond the end of a service are found")
    func findsFaults() {
        for (change, code, pointer) in Self.faults {
            let text = Self.twoNumbers.replacing(change.0, with: change.1)
            let found = DirectoryReader().check(text.bytes).map { "\($0.code.rawValue) \($0.pointer)" }

            #expect(text != Self.twoNumbers)
            #expect(found.contains("\(code) \(pointer)"), "\(found)")
        }
    }
}
