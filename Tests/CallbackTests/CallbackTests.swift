import Callback
import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import Foundation
import JSONText
import LetterTestSupport
import TestSupport
import Testing

@Suite("Callback")
struct CallbackTests {
    static func request(
        zone: String = "Europe/Paris",
        slot: (String, String) = ("2026-11-23T18:00:00+01:00", "2026-11-23T20:00:00+01:00")
    ) -> PreparationRequest {
        let facts = Sample.refundOverdue
        let base = Sample.request(.callback, facts, plan: Sample.plan(facts, through: .callback))
        var request = PreparationRequest(
            channel: .callback, caseReference: base.caseReference, deliveryReference: base.deliveryReference,
            now: base.now, timeZone: Sample.zone(zone), language: .french, contactCase: facts,
            letter: base.letter)
        request.recipient = base.recipient
        if let number = try? PhoneNumber(parsing: "+33639981234") {
            request.phone = CheckedPhone(number: number, nationalForm: Sample.line("06 39 98 12 34"))
        }
        request.slots = [CallSlot(from: Sample.instant(slot.0), to: Sample.instant(slot.1))].compactMap { $0 }
        return request
    }

    static var posted: PreparationRequest {
        var request = request()
        request.httpTarget = HTTPTarget(parsing: "https://calls.example/requests")
        return request
    }

    static func bytes(_ role: ArtifactRole, of request: PreparationRequest) async throws -> [UInt8] {
        try #require(try await CallbackPlugin().prepare(request).artifact(role)).bytes.reveal()
    }

    @Test("it keeps the contract of every channel plugin, by hand and by HTTP")
    func contract() async {
        var subject = ContractSubject(CallbackPlugin(), requests: [Self.request(), Self.posted])
        var noSlot = Self.request()
        noSlot.slots = []
        subject.incomplete = [noSlot]
        var crowded = Self.request()
        crowded.slots = Array(repeating: crowded.slots[0], count: 21)
        subject.tooLarge = [crowded]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("no slot and no number are named by the facts that would give them")
    func missing() async {
        var request = Self.request()
        request.slots = []
        request.phone = nil

        await #expect(
            throws: ChannelError.missing(
                channel: .callback, fields: ["consumer.phone", "consumer.reachable"])
        ) {
            try await CallbackPlugin().prepare(request)
        }
    }

    @Test("the request holds what a call centre needs, and no key for what is not known")
    func requestFile() async throws {
        var request = Self.request()
        request.contactCase.order.number = nil

        let json = try JSONDocument(parsing: try await Self.bytes(.request, of: request)).root

        #expect(json.member(named: "reference")?.string == "d-7f3a91c2")
        #expect(json.member(named: "topic")?.string == "refund-not-received")
        #expect(json.member(named: "contact")?.member(named: "phone")?.string == "+33639981234")
        let slot = json.member(named: "slots")?.elements?.makeIterator()
        var slots = slot
        #expect(slots?.next()?.member(named: "from")?.string == "2026-11-23T18:00:00+01:00")
        #expect(json.member(named: "orderNumber") == nil)
    }

    @Test("a slot that ends with the day ends at midnight, not at 0 o’clock")
    func midnight() async throws {
        let request = Self.request(slot: ("2026-11-23T22:00:00+01:00", "2026-11-24T00:00:00+01:00"))

        let text = String(decoding: try await Self.bytes(.briefText, of: request), as: UTF8.self)

        #expect(text.contains("jusqu’à minuit\n"))
    }

    @Test("every slot stands in the brief, and the calendar’s entry tells of those after the first")
    func allSlots() async throws {
        var request = Self.request()
        let next = (Sample.instant("2026-11-24T18:00:00+01:00"), Sample.instant("2026-11-24T20:00:00+01:00"))
        request.slots += [CallSlot(from: next.0, to: next.1)].compactMap { $0 }

        let brief = String(decoding: try await Self.bytes(.briefText, of: request), as: UTF8.self)
        let calendar = String(decoding: try await Self.bytes(.calendar, of: request), as: UTF8.self)

        #expect(
            brief.replacing("\u{A0}", with: " ").contains(
                "Créneau 2 : mardi 24 novembre 2026 à 18 h, jusqu’à 20 h\n"))
        #expect(calendar.replacing("\r\n ", with: "").contains("proposés : mardi 24 novembre 2026 à 18"))
    }

    @Test("without a slot the error says what would give one, or why nothing would")
    func noSlot() async {
        var request = Self.request()
        request.slots = []
        request.contactCase.consumer.reachable = "Su 03:00-04:00"
        await #expect(
            throws: ChannelError.unusable(
                field: "consumer.reachable",
                reason: "it has no time in common with the merchant's known hours in the next seven days")
        ) { try await CallbackPlugin().prepare(request) }

        request.call = CallLine()
        await #expect(
            throws: ChannelError.preparationFailed(
                channel: .callback, reason: "the hours in which the merchant calls back are not known")
        ) { try await CallbackPlugin().prepare(request) }
    }

    @Test("the usual hours are a doubt, the person’s own are none")
    func usualHours() async throws {
        var request = Self.request()
        let assumed = try await CallbackPlugin().prepare(request)
        request.contactCase.consumer.reachable = "Mo-Fr 18:00-20:00"
        let stated = try await CallbackPlugin().prepare(request)

        #expect(assumed.doubts == [.usualHoursAssumed])
        #expect(stated.doubts == [])
    }

    @Test("a general case without a demand can still be called about")
    func noDemand() async throws {
        let facts = Sample.facts(.chargedTwice)
        var request = Self.request()
        request.contactCase = facts
        request.letter = Sample.plan(facts, through: .callback)

        let prepared = try await CallbackPlugin().prepare(request)

        #expect(prepared.artifacts.count == 3)
        #expect(prepared.afterwards.contains("à l’historique du dossier"))
    }

    @Test("Golden: the brief for the call", arguments: ["fr", "en"])
    func brief(code: String) async throws {
        let base = Self.request()
        var request = PreparationRequest(
            channel: .callback, caseReference: base.caseReference, deliveryReference: base.deliveryReference,
            now: base.now, timeZone: base.timeZone, language: try #require(Language(rawValue: code)),
            contactCase: base.contactCase, letter: base.letter)
        request.recipient = base.recipient
        request.phone = base.phone
        request.slots = base.slots

        let text = String(decoding: try await Self.bytes(.briefText, of: request), as: UTF8.self)

        try expectGolden(text, named: "brief-\(code).txt")
    }
}
