import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Testing

@Suite("Opening hours that never open, and such as never close")
struct ExtremeHoursTests {
    private static let source =
        #"{"url": null, "title": "T", "checkedOn": "2026-01-01", "confidence": "low", "staleAfter": "2027-01-01"}"#

    /// A directory of one shop whose phone has these hours, beside another shop with others.
    private static func directory(_ hours: String) throws -> LoadedDirectory {
        let merchants = [("other-fr", "Mo 09:00-10:00"), ("boutique-fr", hours)].map { id, hours in
            #"{"id": "\#(id)", "name": "N", "country": "FR", "legal": null, "timeZone": "Europe/Paris", "marketplace": null, "mediator": null, "website": null, "policies": [], "channels": [{"channel": "phone", "endpoints": [{"kind": "tel", "value": "+33123456789"}], "hours": "\#(hours)", "source": \#(source)}]}"#
        }
        let text =
            #"{"schemaVersion": 1, "updatedOn": "2026-11-22", "merchants": [\#(merchants.joined(separator: ","))], "institutions": [], "closed": []}"#
        return try DirectoryReader().read(Array(text.utf8))
    }

    private func decide(_ hours: String) throws -> Decision {
        let deciding = try Deciding(try Self.directory(hours), zones: TimeZoneDatabase())
        var facts = ContactCase(
            merchant: .listed(try EntryID(parsing: "boutique-fr")),
            issue: ContactRouting.Issue(kind: .itemDefective))
        facts.consumer.country = .france
        facts.consumer.canCall = true
        return try deciding.decide(facts, at: try Instant(parsing: "2026-11-23T10:00:00+01:00"))
    }

    @Test(
        "a line that never opens is closed, and no opening is promised",
        arguments: ["Mo-Su off", "easter 09:00-18:00 off", "Mo 00:00-24:00; Mo off"])
    func never(hours: String) throws {
        let refused = try #require(try decide(hours).refused.first { $0.channel == .phone })

        #expect(refused.objections.map(\.code) == [.closed])
        #expect(refused.objections.allSatisfy { $0.usableFrom == nil })
    }

    @Test("a line that never closes is open without an end", arguments: ["24/7", "Mo-Su 00:00-24:00"])
    func always(hours: String) throws {
        let phone = try #require(try decide(hours).usable.first { $0.channel == .phone })

        #expect(phone.availability == .open(until: nil))
    }
}
