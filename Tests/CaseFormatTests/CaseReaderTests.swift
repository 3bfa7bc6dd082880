import CaseFormat
import CivilCalendar
import ContactRouting
import Digests
import OpeningHours
import Testing

@Suite("Reading a case")
struct CaseReaderTests {
    @Test("The example of the format is read whole")
    func readsExample() throws {
        let loaded = try TestDirectory.caseReader().read(ExampleCase.text.bytes)
        let facts = loaded.facts

        #expect(facts.reference?.text == "lampe-2026")
        #expect(facts.merchant == .listed(try EntryID(parsing: "amazon-fr")))
        #expect(facts.seller.kind == .thirdParty)
        #expect(facts.seller.fulfilledBy == .seller)
        #expect(facts.seller.address?.lines.count == 3)
        #expect(facts.seller.email == nil)
        #expect(facts.issue.kind == .itemNotAsDescribed)
        #expect(facts.issue.description?.reveal().contains("noire") == true)
        #expect(facts.order.deliveredOn == CivilDay("2026-11-21"))
        #expect(facts.order.amount?.hundredths == 5990)
        #expect(facts.order.item.opened == true)
        #expect(facts.consumer.phone?.reveal().text == "+33639981234")
        #expect(facts.consumer.timeZone == "Europe/Paris")
        #expect(loaded.reachable == Schedule("Mo-Fr 18:00-20:00; Sa 09:00-12:00"))
        #expect(facts.preferences.priority == .fastest)
        #expect(facts.history.map(\.outcome) == [.noReply])
        #expect(facts.attachments.map(\.path.text) == ["facture.pdf"])
    }

    @Test("Every further key of the format is read")
    func readsFurtherKeys() throws {
        let facts = try TestDirectory.caseReader().read(ExampleCase.furtherKeys.bytes).facts

        let described: MerchantDescription? =
            if case .described(let merchant) = facts.merchant { merchant } else { nil }
        let merchant = try #require(described)
        #expect(merchant.phone?.text == "+262262123456")
        #expect(merchant.links.map(\.channel) == [.chat])
        #expect(merchant.mediator?.website?.text == "https://mediateur.example/")
        #expect(merchant.languages == ["fr", "en"])
        #expect(facts.issue.dataGiven == [.cardNumber, .password])
        #expect(facts.order.lastDeliveredOn == CivilDay("2026-10-07"))
        #expect(facts.order.repairedOn == CivilDay("2026-10-10"))
        #expect(facts.order.withdrawalInformed == false)
        #expect(facts.consumer.phone?.reveal().text == "+262692123456")
        #expect(facts.bank?.phone?.text == "+33123456789")
        #expect(facts.court?.name?.text == "Tribunal judiciaire")
        #expect(facts.preferences.askedChannel == .odr)
        #expect(facts.history.first?.deadline == CivilDay("2026-11-01"))
    }

    @Test("A case of the two required keys is read, and every other fact is unknown")
    func readsSmallest() throws {
        let loaded = try TestDirectory.caseReader().read(
            #"{"merchant":"amazon-fr","issue":{"kind":"other"}}"#.bytes)

        #expect(loaded.facts == ContactCase(merchant: loaded.facts.merchant, issue: .init(kind: .other)))
        #expect(loaded.reachable == nil)
    }

    @Test("A reference is made from the content, whatever the white space and the order of keys")
    func derivesReference() throws {
        let reader = try TestDirectory.caseReader()
        let one = try reader.read(#"{"merchant":"amazon-fr","issue":{"kind":"other"}}"#.bytes)
        let same = try reader.read(
            "{ \"issue\": {\"kind\": \"other\"},\n \"merchant\": \"amazon-fr\" }".bytes)
        let other = try reader.read(#"{"merchant":"amazon-fr","issue":{"kind":"wrong-item"}}"#.bytes)

        #expect(try one.reference() == same.reference())
        #expect(try one.reference() != other.reference())
        #expect(try one.reference().text.wholeMatch(of: /case-[0-9a-f]{12}/) != nil)
        #expect(try one.digest() == SHA256.digest(of: #"{"issue":{"kind":"other"},"merchant":"amazon-fr"}"#))
    }

    @Test("A plugin's own channel is known when it is handed in")
    func takesFurtherChannels() throws {
        let text = #"{"merchant":"amazon-fr","issue":{"kind":"other"},"preferences":{"avoid":["fax"]}}"#
        let directory = try TestDirectory.loaded().directory
        let fax = try ChannelName(parsing: "fax")

        #expect(throws: CaseFormatError.self) { try CaseReader(directory).read(text.bytes) }
        #expect(try CaseReader(directory, channels: [fax]).read(text.bytes).facts.preferences.avoid == [fax])
    }

    @Test("What lies after the decision is an error only when the decision's moment is given")
    func comparesWithDecision() throws {
        let reader = try TestDirectory.caseReader()
        let text = """
            {"merchant":"amazon-fr","issue":{"kind":"other"},
             "order":{"deliveredOn":"2026-11-25","promisedOn":"2027-01-01"},
             "history":[{"channel":"chat","at":"2026-11-24T09:00:00+01:00","outcome":"sent"}]}
            """
        let before = try Instant(parsing: "2026-11-24T08:59:59+01:00")
        let at = try Instant(parsing: "2026-11-26T09:00:00+01:00")

        #expect(try reader.read(text.bytes).facts.history.count == 1)
        #expect(try reader.read(text.bytes, decidedAt: at).facts.history.count == 1)
        #expect(
            reader.check(text.bytes, decidedAt: before).map(Spot.init) == [
                Spot("later-than-decision", "/order/deliveredOn", 2, 25),
                Spot("later-than-decision", "/history/0/at", 3, 36),
            ])
    }

    @Test("A sentence never quotes what the person wrote")
    func keepsPersonalDataOut() throws {
        let secrets = [
            #""consumer": {"email": "geheim geheim"}"#, #""consumer": {"phone": "geheim"}"#,
            #""consumer": {"name": "geheim\u0000"}"#, #""consumer": {"address": ["geheim\n"]}"#,
            #""order": {"number": "geheim\r"}"#,
            #""issue": {"kind": "other", "description": "geheim\u0007"}"#,
            #""order": {"amount": {"amount": "geheim", "currency": "EUR"}}"#,
            #""order": {"orderedOn": "geheim"}"#,
            #""history": [{"channel": "chat", "at": "geheim", "outcome": "sent"}]"#,
            #""attachments": [{"path": "../geheim", "title": "geheim"}]"#,
        ]
        let reader = try TestDirectory.caseReader()
        for secret in secrets {
            let issue = secret.contains("\"issue\"") ? "" : #", "issue": {"kind": "other"}"#
            let errors = reader.check("{\"merchant\": \"amazon-fr\"\(issue), \(secret)}".bytes)

            #expect(errors.count == 1, "\(secret)")
            #expect(errors.allSatisfy { !"\($0)".contains("geheim") }, "\(errors)")
        }
    }
}
