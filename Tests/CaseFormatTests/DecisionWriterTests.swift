import CaseFormat
import CivilCalendar
import ContactRouting
import Digests
import JSONText
import Testing

extension JSONValue {
    fileprivate var keys: [String] { members?.map(\.key) ?? [] }
    fileprivate var first: JSONValue? { elements?.first { _ in true } }
}

@Suite("Writing a decision")
struct DecisionWriterTests {
    private static let waiting = #"""
        {"merchant": "amazon-fr", "seller": {"type": "third-party", "fulfilledBy": "seller", "primeEligible": false},
         "issue": {"kind": "item-not-as-described"}, "order": {"deliveredOn": "2026-11-21", "latestEstimatedDelivery": "2026-11-22"},
         "consumer": {"country": "FR", "hasAccount": true}, "preferences": {"askedChannel": "odr"},
         "history": [{"channel": "seller-messaging", "at": "2026-11-24T09:00:00+01:00", "outcome": "no-reply"}]}
        """#

    @Test("The keys stand in the order of the format, with texts and without")
    func ordersKeys() throws {
        let decided = try Decided(Self.waiting, at: "2026-11-25T15:00:00+01:00")
        let texts = DecisionTexts(wording: EchoWording(), questions: [Question(fact: .promisedOn)], flips: [])
        let full = try decided.json(texts)
        let plain = try decided.json()

        let before = [
            "decidedAt", "outcome", "best", "waitUntil", "usable", "refused", "deadlines", "next", "asked",
        ]
        #expect(full.keys == before + ["questions", "flips", "explanation", "digests", "program"])
        #expect(plain.keys == before + ["digests", "program"])
        #expect(
            full["usable"]?.first?.keys == [
                "channel", "score", "terms", "availability", "expectedAnswer", "cost", "evidence", "effort",
                "endpoints", "missing", "reasons", "facts",
            ])
        #expect(full["refused"]?.first?.keys == ["channel", "usableFrom", "objections"])
        #expect(
            full["deadlines"]?.first?.keys == [
                "right", "opens", "closes", "lastDay", "safeLastDay", "source", "text",
            ])
        #expect(full["asked"]?.keys == ["channel", "answer", "usableFrom", "since", "text"])
        #expect(full["digests"]?.keys == ["case", "directory", "rules"])
    }

    @Test("Waiting says until when, in the person's zone, and has no best channel")
    func writesWaiting() throws {
        let json = try Decided(Self.waiting, at: "2026-11-25T14:00:00Z").json()

        #expect(json["decidedAt"]?.string == "2026-11-25T15:00:00+01:00")
        #expect(json["outcome"]?.string == "wait")
        #expect(json["best"]?.isNull == true)
        #expect(json["waitUntil"]?.string == "2026-11-26T09:00:00+01:00")
        let guarantee = json["refused"]?.elements?.first { $0["channel"]?.string == "marketplace-guarantee" }
        #expect(guarantee?["objections"]?.first?["code"]?.string == "too-early")
        #expect(guarantee?["objections"]?.first?["usableFrom"]?.string == "2026-11-26T09:00:00+01:00")
        #expect(json["asked"]?["answer"]?.string == "no-longer")
        #expect(json["asked"]?["since"]?.string == "2025-07-20")
    }

    @Test("Every verdict of the decision is written, once, in its order")
    func writesEveryVerdict() throws {
        let decided = try Decided(Self.waiting, at: "2026-11-26T10:00:00+01:00")
        let json = try decided.json()

        let usable = json["usable"]?.elements?.compactMap { $0["channel"]?.string }
        let refused = json["refused"]?.elements?.compactMap { $0["channel"]?.string }
        #expect(usable == decided.decision.usable.map(\.channel.text))
        #expect(refused == decided.decision.refused.map(\.channel.text))
        #expect(json["outcome"]?.string == "contact")
        #expect(json["best"]?["channel"]?.string == usable?.first)
        for (channel, value) in zip(decided.decision.usable, json["usable"]?.elements.map(Array.init) ?? []) {
            let points = value["terms"]?.elements?.compactMap { $0["points"]?.int } ?? []
            #expect(Int64(channel.score.total) == value["score"]?.int)
            #expect(points.reduce(0, +) == value["score"]?.int)
        }
    }

    @Test("Texts come from the wording, and what is missing has its question")
    func writesTexts() throws {
        let text =
            #"{"merchant":"amazon-fr","seller":{"type":"first-party"},"issue":{"kind":"item-damaged"},"order":{"deliveredOn":"2026-11-23"},"consumer":{"hasAccount":true}}"#
        let decided = try Decided(text, at: "2026-11-24T15:00:00+01:00")
        let flips = [
            Flip(change: .at(try Instant(parsing: "2026-11-26T08:00:00Z")), best: .chat),
            Flip(change: .fact(.consumerCanLogIn, "false"), best: nil),
            Flip(change: .fact(.sellerFulfilledBy, "merchant"), best: .onlineReturn),
        ]
        let json = try decided.json(DecisionTexts(wording: EchoWording(), questions: [], flips: flips))

        let best = try #require(json["best"])
        let channel = try #require(best["channel"]?.string)
        let reason = try #require(best["reasons"]?.first)
        #expect(reason["text"]?.string == "\(channel): \(reason["code"]?.string ?? "")")
        #expect(best["missing"]?.first?["text"]?.string == "order.number?")
        #expect(best["facts"]?.first?.keys == ["source", "checkedOn", "confidence", "stale"])
        let written = json["flips"]?.elements.map(Array.init) ?? []
        #expect(
            written.map(\.keys) == [
                ["at", "best", "text"], ["fact", "value", "best", "text"], ["fact", "value", "best", "text"],
            ])
        #expect(written[0]["at"]?.string == "2026-11-26T09:00:00+01:00")
        #expect(written[1]["value"]?.bool == false)
        #expect(written[1]["best"]?.isNull == true)
        #expect(written[2]["value"]?.string == "merchant")
        #expect(json["explanation"]?.string == "explained")
    }

    @Test("Endpoints show their kind, value and audience; the price is what holds where the person is")
    func writesEndpoints() throws {
        let text =
            #"{"merchant":"amazon-fr","seller":{"type":"first-party"},"issue":{"kind":"order-tracking"},"consumer":{"country":"FR"}}"#
        let json = try Decided(text, at: "2026-11-24T15:00:00+01:00").json()

        let phone = try #require(json["usable"]?.elements?.first { $0["channel"]?.string == "phone" })
        #expect(phone["endpoints"]?.first?["kind"]?.string == "tel")
        #expect(phone["endpoints"]?.first?["value"]?.string == "+33805101420")
        #expect(phone["endpoints"]?.first?["for"]?["callerCountry"]?.first?.string == "FR")
        #expect(phone["cost"]?["amount"]?.string == "0.00")
        #expect(phone["availability"]?["until"]?.string == "2026-11-24T17:00:00+01:00")
    }

    @Test("The same decision gives the same bytes; pretty and compact say the same")
    func isDeterministic() throws {
        let one = try Decided(Self.waiting, at: "2026-11-25T15:00:00+01:00")
        let two = try Decided(Self.waiting, at: "2026-11-25T15:00:00+01:00")
        let writer = DecisionWriter()

        let compact = writer.json(one.decision, of: one.facts, stamp: one.stamp)
        let pretty = writer.json(one.decision, of: one.facts, stamp: one.stamp, layout: .pretty)
        #expect(compact == writer.json(two.decision, of: two.facts, stamp: two.stamp))
        #expect(pretty != compact)
        #expect(try JSONDocument.canonicalBytes(of: pretty) == JSONDocument.canonicalBytes(of: compact))
    }
}
