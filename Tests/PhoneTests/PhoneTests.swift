import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import Foundation
import LetterTestSupport
import Phone
import TestSupport
import Testing

@Suite("Phone")
struct PhoneTests {
    static func text(of request: PreparationRequest) async throws -> String {
        let prepared = try await PhonePlugin().prepare(request)
        return String(decoding: try #require(prepared.artifact(.briefText)).bytes.reveal(), as: UTF8.self)
    }

    @Test("it keeps the contract of every channel plugin, for both channels")
    func contract() async {
        var subject = ContractSubject(
            PhonePlugin(), requests: [PhoneSample.request(), PhoneSample.request(.accessiblePhone)])
        subject.incomplete = [PhoneSample.request { $0.call?.number = nil }]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("the link dials the number that works from where the caller is")
    func link() async throws {
        let prepared = try await PhonePlugin().prepare(PhoneSample.request())

        #expect(prepared.link?.text == "tel:+33805101420")
        #expect(prepared.artifacts.map(\.fileName.text) == ["brief.pdf", "brief.txt"])
        guard case .person(let task) = prepared.payload else {
            Issue.record("it is no task for a person")
            return
        }
        #expect(task.kind == .call)
        #expect(task.text.reveal().contains("0 805 10 14 20"))
    }

    @Test("a call without a number is not prepared; an accessible service needs none")
    func noNumber() async throws {
        await #expect(throws: ChannelError.missing(channel: .phone, fields: ["merchant.phone"])) {
            try await PhonePlugin().prepare(PhoneSample.request { $0.call?.number = nil })
        }
        let prepared = try await PhonePlugin().prepare(PhoneSample.request(.accessiblePhone))

        #expect(prepared.link == nil)
        #expect(prepared.doubts == [.accessibleServiceUnknown])
    }

    @Test(
        "the cost is told as it is known, and an unknown one is said to be unknown",
        arguments: [
            (Endpoint.CallCost?.some(.free), false, "Coût : appel gratuit\n"),
            (.normalCall, false, "Coût : prix d’un appel ordinaire\n"),
            (.normalCall, true, "Coût : prix d’un appel vers l’étranger, selon votre opérateur\n"),
            (.premium, false, "Coût : surtaxé (prix inconnu) ; pour une réclamation, la loi l’interdit"),
            (nil, false, "Coût : inconnu\n"),
        ])
    func cost(cost: Endpoint.CallCost?, isAbroad: Bool, line: String) async throws {
        let text = try await Self.text(
            of: PhoneSample.request {
                $0.call?.cost = cost
                $0.call?.isAbroad = isAbroad
            })

        #expect(text.replacing("\u{A0}", with: " ").contains(line))
    }

    @Test("a price that the directory knows is told, and agreed to")
    func price() async throws {
        let request = PhoneSample.request {
            $0.call?.cost = .premium
            $0.call?.price = Money(hundredths: 80)
        }

        let prepared = try await PhonePlugin().prepare(request)

        #expect(prepared.consent.price == Money(hundredths: 80))
        #expect(try await Self.text(of: request).contains("surtaxé (0,80\u{A0}€)"))
    }

    @Test(
        "the hours are those of the caller's day",
        arguments: [
            (
                PhoneSample.hours(
                    .open(until: Sample.instant("2026-11-23T10:00:00+01:00")), [],
                    next: "2026-11-24T06:00:00+01:00"),
                "ouvert maintenant jusqu’à 10 h ; rouvre demain, mardi 24 novembre 2026, à 6 h"
            ),
            (
                PhoneSample.hours(
                    .closed(opensAt: Sample.instant("2026-11-23T14:00:00+01:00")),
                    [("2026-11-23T14:00:00+01:00", "2026-11-23T18:30:00+01:00")]),
                "fermé maintenant, ouvre aujourd’hui, lundi 23 novembre 2026, à 14 h ; aujourd’hui de 14 h à 18 h 30"
            ),
            (PhoneSample.hours(.closed(opensAt: nil), []), "fermé maintenant, réouverture inconnue"),
            (PhoneSample.hours(.open(until: nil), []), "ouvert maintenant, sans interruption"),
            (PhoneSample.hours(.unknown, []), "inconnus en ce moment"),
        ])
    func hours(hours: CallHours, line: String) async throws {
        let text = try await Self.text(of: PhoneSample.request { $0.call?.hours = hours })

        let flat = text.replacing("\u{A0}", with: " ").replacing("\n  ", with: " ")
        #expect(flat.contains("Horaires : \(line)"))
    }

    @Test("a caller in another zone reads the hours on their own clock, and is told so")
    func otherZone() async throws {
        let request = PhoneSample.request(zone: "America/Martinique", now: "2026-11-23T08:00:00-04:00") {
            $0.call?.hours = PhoneSample.hours(
                .open(until: Sample.instant("2026-11-24T00:00:00+01:00")), [])
        }

        let text = try await Self.text(of: request).replacing("\u{A0}", with: " ").replacing(
            "\n  ", with: " ")

        #expect(text.contains("ouvert maintenant jusqu’à 19 h (à votre heure, America/Martinique)"))
    }

    @Test(
        "a number that may not work, hours and costs that nobody knows are doubts",
        arguments: Language.allCases)
    func doubts(language: Language) async throws {
        let prepared = try await PhonePlugin().prepare(
            PhoneSample.request(language: language) {
                $0.contactCase.order.number = nil
                $0.call?.hours = nil
                $0.call?.cost = nil
            })
        let abroad = try await PhonePlugin().prepare(
            PhoneSample.request(language: language) { $0.call?.isAbroad = true })

        #expect(prepared.doubts == [.orderNumberUnknown, .lineHoursUnknown, .callCostUnknown])
        #expect(abroad.doubts == [.freeNumberAbroad])
    }

    @Test(
        "where the law gives something else first, the call asks for that and says so",
        arguments: Language.allCases)
    func otherDemand(language: Language) async throws {
        let late = try await PhonePlugin().prepare(
            PhoneSample.request(
                .phone, Sample.facts(.notDelivered) { $0.issue.demand = .refund }, language: language))
        let broken = try await PhonePlugin().prepare(
            PhoneSample.request(
                .phone, Sample.facts(.itemDefective) { $0.issue.demand = .refund }, language: language))

        #expect(late.doubts == [.deliveryComesFirst(.call)])
        #expect(broken.doubts == [.remedyComesFirst(.call)])
    }

    @Test("before a withdrawal by voice it says who must prove it", arguments: Language.allCases)
    func withdrawal(language: Language) async throws {
        let prepared = try await PhonePlugin().prepare(
            PhoneSample.request(.phone, Sample.facts(.changeOfMind), language: language))

        #expect(prepared.doubts.contains(.withdrawalUnproven))
    }

    @Test(
        "Golden: the brief",
        arguments: [ChannelName.phone, .accessiblePhone], Language.allCases)
    func golden(channel: ChannelName, language: Language) async throws {
        let text = try await Self.text(of: PhoneSample.request(channel, language: language))

        try expectGolden(text, named: "\(channel)-\(language.rawValue).txt")
    }
}
