import CaseFormat
import CivilCalendar
import ContactRouting
import OpeningHours
import Testing

@Suite("Reading a directory")
struct DirectoryReaderTests {
    @Test("The shipped directory is read, and the check finds nothing")
    func readsShipped() throws {
        let loaded = try TestDirectory.loaded()
        let directory = loaded.directory

        #expect(DirectoryReader().check(TestDirectory.bytes).isEmpty)
        let amazon = try #require(directory.merchant(EntryID(parsing: "amazon-fr")))
        #expect(amazon.mediator?.text == "fevad")
        #expect(amazon.channels.contains { $0.channel == .marketplaceGuarantee })
        #expect(Set(directory.closed.map(\.id)) == [.odr, .bloctel])
        #expect(loaded.schedules.count == directory.hours.count)
        #expect(Set(directory.hours).count == directory.hours.count)
    }

    @Test("Hours carry the merchant's zone and holidays, and channels point to them")
    func collectsHours() throws {
        let loaded = try TestDirectory.loaded()
        let amazon = try #require(loaded.directory.merchant(EntryID(parsing: "amazon-fr")))
        let phone = try #require(amazon.channels.first { $0.channel == .phone })

        let key = loaded.directory.hours[try #require(phone.hours)]
        #expect(
            key
                == HoursKey(
                    text: "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH unknown", timeZone: "Europe/Paris",
                    holidays: .france(.metropole)))
        #expect(amazon.channels.first { $0.channel == .callback }?.hours == phone.hours)
        #expect(amazon.channels.first { $0.channel == .registeredMail }?.hours == nil)
    }

    @Test(
        "PH needs holidays that the program knows: of a region of France or of a neighbouring country",
        arguments: [
            (#"{"country": "BE"}"#, PublicHolidays.national(.belgium) as PublicHolidays?),
            (#"{"country": "FR"}"#, .france(.metropole)), (#"{"country": "RE"}"#, .france(.reunion)),
            (#"{"country": "FR", "region": "alsace-moselle"}"#, .france(.alsaceMoselle)),
            (#"{"country": "US"}"#, nil),
        ])
    func readsHolidays(value: String, expected: PublicHolidays?) throws {
        let text = SmallDirectory.text
            .replacing("\"marketplace\": false", with: "\"holidays\": \(value), \"marketplace\": false")
            .replacing("Mo-Fr 09:00-17:00", with: "Mo-Fr 09:00-17:00; PH off")

        guard let expected else {
            #expect(DirectoryReader().check(text.bytes).contains { "\($0)".contains("public holidays") })
            return
        }
        let directory = try DirectoryReader().read(text.bytes).directory
        #expect(directory.hours.map(\.holidays) == [expected])
    }

    @Test("The conditions of the marketplace guarantee are read as values")
    func readsConditions() throws {
        let amazon = try #require(
            try TestDirectory.loaded().directory.merchant(EntryID(parsing: "amazon-fr")))
        let guarantee = try #require(amazon.channels.first { $0.channel == .marketplaceGuarantee })
        let rules = guarantee.conditions.map(\.rule)

        #expect(
            rules.contains(
                .opens(OpensRule(after: .sellerContacted, span: .hours(48), unlessSellerRefused: true))))
        #expect(rules.contains(.blocks(.bankChargeback)))
        #expect(rules.contains(.blockedBy(.bankChargeback)))
        #expect(
            rules.contains {
                guard case .fact(let rule) = $0 else { return false }
                return rule.fact == .sellerType && rule.isPrecondition && rule.otherwise == .wrongSeller
            })
    }

    @Test("The digest is that of the bytes: another byte, another digest")
    func digests() throws {
        let loaded = try TestDirectory.loaded()
        let same = try DirectoryReader().read(TestDirectory.bytes + [0x0A])

        #expect(try TestDirectory.loaded().digest == loaded.digest)
        #expect(same.digest != loaded.digest)
        #expect(same.directory == loaded.directory)
    }

    @Test("The facts that rules may compare have values of their own kind")
    func comparesFacts() throws {
        let base = SmallDirectory.text
        for fact in ContactCase.comparableFacts {
            let isBool = ["primeEligible", "opened", "professional", "hasAccount", "canLogIn"].contains {
                fact.rawValue.hasSuffix($0)
            }
            let condition = { (value: String) in
                base.replacingRule(
                    #"{"rule": "fact", "fact": "\#(fact.rawValue)", "oneOf": [\#(value)], "unknown": "allow", "otherwise": "not-offered"}"#
                )
            }

            #expect(DirectoryReader().check(condition("true").bytes).isEmpty == isBool, "\(fact)")
            #expect(!DirectoryReader().check(condition("\"maybe\"").bytes).isEmpty, "\(fact)")
        }
    }
}

@Suite("Laying one directory over another")
struct DirectoryOverlayTests {
    @Test("An entry with the same identifier is replaced whole and in its place, a new one comes last")
    func replacesWhole() throws {
        let base = try TestDirectory.loaded()
        let text = SmallDirectory.text.replacing("\"boutique-fr\"", with: "\"amazon-fr\"")
        let overlay = try DirectoryReader().read(text.bytes, over: base)
        let merged = try base.overlaid(by: overlay)
        let added = try base.overlaid(by: try DirectoryReader().read(SmallDirectory.text.bytes, over: base))

        let amazon = try EntryID(parsing: "amazon-fr")
        #expect(merged.directory.merchants.map(\.id) == base.directory.merchants.map(\.id))
        #expect(merged.directory.merchant(amazon)?.name == "Boutique Exemple")
        #expect(merged.directory.merchant(amazon)?.channels.map(\.channel) == [.phone])
        #expect(added.directory.merchants.dropLast() == base.directory.merchants[...])
        #expect(added.directory.merchants.last?.id.text == "boutique-fr")
        #expect(merged.digest != base.digest)
    }

    @Test("Hours keep pointing to the same text, and no unused hours stay behind")
    func movesHours() throws {
        let base = try TestDirectory.loaded()
        let overlay = try DirectoryReader().read(SmallDirectory.text.bytes, over: base)
        let merged = try base.overlaid(by: overlay)

        let boutique = try #require(merged.directory.merchant(EntryID(parsing: "boutique-fr")))
        let index = try #require(boutique.channels.first?.hours)
        #expect(merged.directory.hours[index].text == "Mo-Fr 09:00-17:00")
        #expect(merged.schedules[index].description == "Mo-Fr 09:00-17:00")
        let used =
            (merged.directory.merchants.flatMap(\.channels)
            + merged.directory.institutions.flatMap(\.channels))
            .compactMap(\.hours)
        #expect(Set(used) == Set(merged.directory.hours.indices))
        #expect(merged.schedules.count == merged.directory.hours.count)
    }

    @Test("An overlay may name an institution of the directory below it, and no other")
    func namesBaseInstitutions() throws {
        let base = try TestDirectory.loaded()
        let text = SmallDirectory.text.replacing(
            "\"mediator\": null",
            with: "\"mediator\": \"fevad\", \"mediatorSource\": \(SmallDirectory.source)")

        #expect(DirectoryReader().check(text.bytes, over: base).isEmpty)
        #expect(DirectoryReader().check(text.bytes).map(\.code) == [.unknownInstitution])
    }
}

/// A directory of one merchant with one channel.
enum SmallDirectory {
    static let source =
        #"{"url": null, "title": "T", "checkedOn": "2026-01-01", "confidence": "low", "staleAfter": "2027-01-01"}"#

    /// The one merchant, as it stands in ``text``.
    static let merchant = String(text.firstMatch(of: /{"id": "boutique-fr"(?s:.)*   \]\}/)?.output ?? "")

    static let text = """
        {"schemaVersion": 1, "updatedOn": "2026-11-22",
         "merchants": [
          {"id": "boutique-fr", "name": "Boutique Exemple", "country": "FR",
           "legal": {"name": "Boutique Exemple SAS", "source": \(source)},
           "timeZone": "Europe/Paris", "marketplace": false, "mediator": null, "website": "https://boutique.example/",
           "policies": [],
           "channels": [
            {"channel": "phone", "endpoints": [{"kind": "tel", "value": "+33123456789"}],
             "hours": "Mo-Fr 09:00-17:00",
             "source": \(source)}
           ]}
         ],
         "institutions": [],
         "closed": []}
        """
}

extension String {
    /// The small directory with one condition on its channel.
    func replacingRule(_ rule: String) -> String {
        replacing("\"hours\": \"Mo-Fr 09:00-17:00\",", with: "\"conditions\": [\(rule)],")
    }
}
