import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Testing

@Suite("The line of a call")
struct CallLineTests {
    private static let twoNumbers =
        #"[{"kind": "tel", "value": "+33805101420", "for": {"callerCountry": ["FR"]}, "cost": "free"}, {"kind": "tel", "value": "+33174181038", "for": {"callerCountryNot": ["FR"]}, "cost": "normal-call"}]"#

    private static func scene(_ consumer: String, _ endpoints: String = twoNumbers) -> CallScene {
        var scene = CallScene()
        scene.channel = "phone"
        scene.endpoints = endpoints
        scene.consumer = consumer
        return scene
    }

    private static func tell(_ request: PreparationRequest) -> [String] {
        guard let call = request.call else { return [] }
        return [
            call.dialled?.text ?? "no number",
            call.cost.map(\.rawValue) ?? "unknown",
            call.isAbroad ? "abroad" : "near",
            request.recipientLanguage.rawValue,
        ]
    }

    @Test(
        "the number is the one that works from where the person is, written as it is dialled there",
        arguments: [
            (#""country": "FR""#, ["0 805 10 14 20", "free", "near", "fr"]),
            (#""phone": "+33639981234""#, ["0 805 10 14 20", "free", "near", "fr"]),
            (#""country": "BE""#, ["+33 1 74 18 10 38", "normal-call", "abroad", "fr"]),
        ])
    func number(consumer: String, line: [String]) async throws {
        let consumer = consumer.contains("phone") ? #""name": "Camille Exemple""# : consumer

        #expect(try await Self.scene(consumer).told(Self.tell) == line)
    }

    @Test(
        "where the directory says no price, the numbering plan does; from abroad nobody does",
        arguments: [
            ("+33805101420", "FR", "free"), ("+33809101234", "FR", "normal-call"),
            ("+33123456789", "FR", "normal-call"),
            ("+33805101420", "BE", "unknown"), ("+3222345678", "BE", "unknown"),
        ])
    func cost(number: String, country: String, cost: String) async throws {
        let scene = Self.scene(#""country": "\#(country)""#, #"[{"kind": "tel", "value": "\#(number)"}]"#)

        #expect(try await scene.told(Self.tell)[1] == cost)
    }

    @Test("the call is in the person's language when the line takes it, else in French")
    func language() async throws {
        var scene = Self.scene(#""country": "FR""#)
        scene.language = .english
        #expect(try await scene.told(Self.tell).last == "fr")

        scene.languages = #"["fr", "en"]"#
        #expect(try await scene.told(Self.tell).last == "en")
    }

    @Test("the line is the shop's, by the name people know, also when another seller sold")
    func service() async throws {
        var scene = Self.scene(#""country": "FR""#)
        scene.seller = #""type": "third-party", "name": "Exemple SARL""#

        let told = try await scene.told { [$0.call?.service?.text ?? "-", $0.call?.dialled?.text ?? "-"] }

        #expect(told == ["N", "0 805 10 14 20"])
    }

    private static func tellHours(_ request: PreparationRequest) -> [String] {
        guard let hours = request.call?.hours else { return ["none"] }
        let zone = request.timeZone
        let state =
            switch hours.availability {
            case .open(let until): "open until \(until.map(zone.text) ?? "ever")"
            case .closed(let opens): "closed until \(opens.map(zone.text) ?? "ever")"
            case .unknown: "unknown"
            }
        return [state, "then \(hours.nextOpening.map(zone.text) ?? "-")"]
            + hours.today.map { "\(zone.text($0.from)) \(zone.text($0.to))" }
            + (hours.isPartlyUnknown ? ["partly unknown"] : [])
    }

    @Test("the day is the caller's, and what opens after closing time is known")
    func hours() async throws {
        var scene = Self.scene(#""country": "FR""#)
        #expect(
            try await scene.told(Self.tellHours) == [
                "open until 2026-11-23T18:00:00+01:00", "then 2026-11-24T09:00:00+01:00",
                "2026-11-23T09:00:00+01:00 2026-11-23T18:00:00+01:00",
            ])

        // In Nouméa it is evening when Paris opens, and the day ends while Paris works.
        scene.consumer = #""country": "NC", "timeZone": "Pacific/Noumea""#
        scene.now = "2026-11-23T20:30:00+11:00"
        #expect(
            try await scene.told(Self.tellHours) == [
                "open until 2026-11-24T04:00:00+11:00", "then 2026-11-24T19:00:00+11:00",
                "2026-11-23T19:00:00+11:00 2026-11-24T00:00:00+11:00",
            ])
    }

    @Test("a holiday without known hours is unknown, and no opening is promised for it")
    func holiday() async throws {
        var scene = Self.scene(#""country": "FR""#)
        scene.hours = "Mo-Fr 09:00-18:00; PH unknown"
        scene.now = "2026-11-11T10:00:00+01:00"

        #expect(try await scene.told(Self.tellHours) == ["unknown", "then -", "partly unknown"])
    }

    @Test("a line without hours has none, and one that never opens promises none")
    func noHours() async throws {
        var scene = Self.scene(#""country": "FR""#)
        scene.hours = nil
        #expect(try await scene.told(Self.tellHours) == ["none"])

        scene.hours = "Mo-Su off"
        #expect(try await scene.told(Self.tellHours) == ["closed until ever", "then -"])
    }
}
