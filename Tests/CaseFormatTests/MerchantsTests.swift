import CaseFormat
import CivilCalendar
import ContactRouting
import Testing

@Suite("The merchants of the shipped directory")
struct MerchantsTests {
    private let directory: Directory

    init() throws { directory = try TestDirectory.loaded().directory }

    private func merchant(_ id: String) throws -> Merchant {
        try #require(directory.merchant(EntryID(parsing: id)))
    }

    private func channel(_ channel: ChannelName, of id: String) throws -> ChannelEntry {
        try #require(try merchant(id).channels.first { $0.channel == channel })
    }

    /// Where each has its seat; nil where no source says who contracts with consumers in France.
    static let seats: [(id: String, seat: String?)] = [
        ("amazon-fr", "LU"), ("rakuten-fr", "FR"), ("vinted-fr", "LT"), ("zalando-fr", "DE"),
        ("cdiscount-fr", nil), ("fnac-fr", "FR"), ("boulanger-fr", "FR"), ("leroy-merlin-fr", "FR"),
        ("la-redoute-fr", "FR"), ("veepee-fr", "FR"), ("shein-fr", "IE"), ("aliexpress-fr", "SG"),
        ("temu-fr", nil),
    ]

    @Test("Amazon and twelve others are there, each with the seat that its sources give")
    func seats() throws {
        #expect(directory.merchants.map(\.id.text) == Self.seats.map(\.id))
        for (id, seat) in Self.seats { #expect(try merchant(id).legal?.seatCountry?.text == seat, "\(id)") }
        #expect(try merchant("temu-fr").legal == nil)
    }

    @Test("Only Amazon's mediator is known: the others say that theirs is not")
    func mediators() {
        #expect(directory.merchants.filter { $0.mediator != nil }.map(\.id.text) == ["amazon-fr"])
    }

    @Test("No number of a time of surcharges is given, and no hours are invented")
    func numbers() throws {
        let added = directory.merchants.filter { $0.id.text != "amazon-fr" }
        let numbers = added.flatMap(\.channels).flatMap(\.endpoints).compactMap { endpoint -> String? in
            guard case .tel(let number) = endpoint.address else { return nil }
            return number.text
        }

        #expect(Set(numbers) == ["+33970756460", "+33978970970", "+33809101234"])
        #expect(added.flatMap(\.channels).allSatisfy { $0.hours == nil })
        #expect(try merchant("la-redoute-fr").channels.map(\.channel) == [.registeredMail])
    }

    @Test("Rakuten takes a claim for what has not come after 7 days, and none after 6 weeks")
    func rakuten() throws {
        let rules = try channel(.marketplaceGuarantee, of: "rakuten-fr").conditions

        #expect(
            rules.contains {
                $0.rule == .opens(OpensRule(after: .orderedOn, span: .days(7), unlessSellerRefused: false))
                    && $0.issues == [.lateDelivery, .notDelivered]
            })
        #expect(rules.contains { $0.rule == .closes(ClosesRule(after: .orderedOn, span: .days(42))) })
    }

    @Test("Vinted takes a claim within 48 hours of receipt")
    func vinted() throws {
        let rules = try channel(.marketplaceGuarantee, of: "vinted-fr").conditions.map(\.rule)

        #expect(rules.contains(.closes(ClosesRule(after: .deliveredOn, span: .hours(48)))))
        #expect(try merchant("vinted-fr").channels.allSatisfy { $0.channel != .phone })
    }

    @Test("Cdiscount's seller has 2 days worked, then Cdiscount 3")
    func cdiscount() throws {
        let guarantee = try channel(.marketplaceGuarantee, of: "cdiscount-fr")

        #expect(try channel(.sellerMessaging, of: "cdiscount-fr").answerTime == .workedDays(2))
        #expect(
            guarantee.conditions.map(\.rule).contains(
                .opens(OpensRule(after: .sellerContacted, span: .workedDays(2), unlessSellerRefused: true))))
        #expect(guarantee.answerTime == .workedDays(3))
    }

    @Test("Every source of the file is a fact of the directory, and each has a day to be checked again")
    func facts() {
        let text = String(decoding: TestDirectory.bytes, as: UTF8.self)
        let sources = text.matches(of: #/"(source|mediatorSource)": /#).count

        #expect(directory.facts.count == sources)
        #expect(directory.facts.allSatisfy { $0.source.staleAfter >= $0.source.checkedOn })
    }
}
