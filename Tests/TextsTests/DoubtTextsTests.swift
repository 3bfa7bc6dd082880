import CivilCalendar
import Foundation
import Testing

@testable import ContactRouting
@testable import Texts

@Suite("Doubts in words")
struct DoubtTextsTests {
    private static func doubts(_ scene: Scene) throws -> [Doubt] {
        let day = try CivilDay.at("2026-11-22")
        let rights = RightName.allCases.flatMap { right in
            let over = Deadline(
                right, lastDay: day.adding(days: -20), zone: scene.zone, grounds: .editorial)
            let soon = Deadline(right, lastDay: day.adding(days: 5), zone: scene.zone, grounds: .editorial)
            return [.rightOver(over)] + [0, 1, 2].map { .rightEndsSoon(soon, daysLeft: $0) } as [Doubt]
        }
        let destinations = Doubt.Destination.allCases.flatMap { destination in
            [
                .destinationStale(destination, checkedOn: day),
                .destinationUncertain(destination, checkedOn: day), .destinationUnchecked(destination),
            ] as [Doubt]
        }
        return rights + destinations + ofWriting + plain + Language.allCases.map { .languageUncertain($0) }
            + [
                .amountUnknown(nil), .answerPending(.registeredMail, until: scene.zone.endOfDay(day)),
                .withdrawalAlreadyNotified(day),
            ]
    }

    private static let ofWriting = Doubt.Writing.allCases.flatMap { writing in
        [
            .amountUnknown(writing), .deliveryNotDueYet(writing), .refundNotDueYet(writing),
            .carrierChosen(writing), .withdrawalPeriodOver(writing), .withdrawalExcluded(writing),
            .withdrawalNotGiven(writing), .guaranteeOver(writing), .deliveryComesFirst(writing),
            .deliveryMayBeRefused(writing), .refundInstead(writing), .remedyComesFirst(writing),
            .choiceOpen(writing), .hiddenDefectsOver(writing), .olderLaw(writing),
            .ownWordsUntranslated(writing, writtenIn: .french),
            .ownWordsUntranslated(writing, writtenIn: .english),
        ] as [Doubt]
    }

    private static let plain: [Doubt] = [
        .demandUnknown, .orderNumberUnknown, .defectNotDescribed, .phoneRangeUnknown, .returnUnknown,
        .damagedOnTheWay, .withdrawalPeriodUnknown, .withdrawalMayBeExcluded, .withdrawalUnproven,
        .proofOnBuyer, .defectDayUnknown, .presumptionOver(conditionKnown: true),
        .presumptionOver(conditionKnown: false), .withdrawalInformationUnknown, .civilNoticeFirst,
        .noticeTooEarly,
        .deliveryDayUnknown, .contactBeforeOrder, .otherLawPossible,
        .durableMediumNeeded, .complaintMissing, .complaintPending, .complaintTooOld, .firstComplaintTooOld,
        .claimPeriodOver, .payeeMayBeAbroad, .schemeLimitsUnknown, .amicableAttemptMissing,
        .summonsNeeded(withLawyer: false), .summonsNeeded(withLawyer: true), .amicableOutcomeUnknown,
        .amicableProofNeeded, .terminationUnknown, .thresholdMayHaveChanged, .traderUnknown,
        .traderAddressUnknown, .mediatorUnknown,
        .nothingEnclosed(.complaint), .nothingEnclosed(.statement), .signalConsoRefersOn, .mailAddressUnknown,
        .bankNumberUnknown, .accessibleServiceUnknown, .letterNotAttached, .postageIncomplete,
        .postageOutdated, .postageAbroadUnknown, .lineHoursUnknown, .lineClosed, .callCostUnknown,
        .freeNumberAbroad, .usualHoursAssumed, .pageShortened([.description, .itemName], leftOut: []),
        .pageShortened([], leftOut: Doubt.LongFact.allCases),
        .pageShortened([.description], leftOut: [.orderNumber]),
    ]

    private static func scene() throws -> Scene {
        try Scene(.itemDefective, at: "2026-11-23T10:00:00+01:00") { _ in }
    }

    @Test("every doubt is a sentence, another one in each language")
    func sentences() throws {
        let scene = try Self.scene()

        for doubt in try Self.doubts(scene) {
            let (french, english) = (
                scene.book(.french).text(of: doubt), scene.book(.english).text(of: doubt)
            )

            expectWellFormed(french, .french)
            expectWellFormed(english, .english)
            #expect(french != english)
        }
    }

    @Test("a letter and a message are told apart, under one code")
    func writings() throws {
        let book = try Self.scene().book(.french)
        let letter = Doubt.deliveryNotDueYet(.letter)

        let message = letter.told(of: .message)

        #expect(message == .deliveryNotDueYet(.message) && message.code == letter.code)
        #expect(book.text(of: letter).contains("cette lettre"))
        #expect(book.text(of: message).contains("ce message"))
        #expect(Doubt.returnUnknown.told(of: .message) == .returnUnknown)
    }

    @Test("nobody speaks of a letter where there is none", arguments: [Doubt.Writing.message, .referral])
    func noLetter(writing: Doubt.Writing) throws {
        let scene = try Self.scene()

        for doubt in Self.ofWriting.map({ $0.told(of: writing) }) {
            let french = scene.book(.french).text(of: doubt)
            let english = scene.book(.english).text(of: doubt)

            for word in ["la lettre", "La lettre", "cette lettre"] {
                #expect(!french.contains(word), "\(french)")
            }
            #expect(!english.contains("letter"), "\(english)")
            if writing == .referral {
                #expect(!french.contains("message") && !english.contains("message"), "\(french)")
            }
        }
    }

    @Test("a plugin's own doubt has its own code and its own words in both languages")
    func own() throws {
        let scene = try Self.scene()
        let doubt = Doubt.other(
            DoubtCode("box-full"), LocalText(french: "La boîte est pleine : videz-la.", english: "Empty it."))

        #expect(doubt.code.text == "box-full")
        #expect(scene.book(.french).text(of: doubt) == "La boîte est pleine\u{A0}: videz-la.")
        #expect(scene.book(.english).text(of: doubt) == "Empty it.")
    }

    @Test("docs/codes.md lists the code of every doubt, and no other")
    func codes() throws {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: top.appending(path: "docs/codes.md"), encoding: .utf8)
        let section = try #require(page.split(separator: "## Doubts").last?.split(separator: "\n## ").first)
        let listed = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
            row.split(separator: "|")[0].split(separator: "`").enumerated().compactMap {
                $0.offset % 2 == 1 ? String($0.element) : nil
            }
        }

        #expect(Set(listed) == Set(try Self.doubts(Self.scene()).map(\.code.text)))
        #expect(Set(listed).count == listed.count)
    }

    @Test("a phone number agrees with its participle, and is told apart from an address")
    func agreement() throws {
        let scene = try Self.scene()
        let day = try CivilDay.at("2026-11-22")

        let number = scene.book(.french).text(of: .destinationStale(.phoneNumber, checkedOn: day))
        let address = scene.book(.french).text(of: .destinationStale(.postalAddress, checkedOn: day))

        #expect(number.contains("n’a pas été vérifié depuis le 22 novembre 2026"))
        #expect(address.contains("n’a pas été vérifiée depuis le 22 novembre 2026"))
    }

    @Test("every case of a doubt is among those that are looked at here")
    func complete() throws {
        let doubts = try Self.doubts(Self.scene()) + [Self.ownDoubt]

        #expect(Set(doubts.map(Kind.init)) == Set(Kind.allCases))
    }

    private static let ownDoubt = Doubt.other(
        DoubtCode("box-full"), LocalText(french: "La boîte est pleine.", english: "The box is full."))

    /// One for each case of `Doubt`: a new case does not compile without one, and one without an example fails.
    private enum Kind: CaseIterable {
        case demandUnknown, orderNumberUnknown, amountUnknown, defectNotDescribed, ownWordsUntranslated
        case languageUncertain, phoneRangeUnknown, rightOver, rightEndsSoon, answerPending, deliveryNotDueYet
        case refundNotDueYet, returnUnknown, carrierChosen, damagedOnTheWay, withdrawalPeriodOver
        case withdrawalExcluded, withdrawalNotGiven, withdrawalPeriodUnknown, withdrawalMayBeExcluded
        case withdrawalUnproven, withdrawalAlreadyNotified, guaranteeOver, hiddenDefectsOver, proofOnBuyer
        case defectDayUnknown, presumptionOver, olderLaw, deliveryComesFirst, deliveryMayBeRefused
        case refundInstead, remedyComesFirst, choiceOpen, durableMediumNeeded, complaintMissing
        case complaintPending, complaintTooOld, firstComplaintTooOld, claimPeriodOver, payeeMayBeAbroad
        case schemeLimitsUnknown, amicableAttemptMissing, thresholdMayHaveChanged, traderUnknown
        case traderAddressUnknown, mediatorUnknown, nothingEnclosed, signalConsoRefersOn, destinationStale
        case destinationUncertain, destinationUnchecked, mailAddressUnknown, bankNumberUnknown
        case accessibleServiceUnknown, letterNotAttached, postageIncomplete, postageOutdated
        case postageAbroadUnknown, lineHoursUnknown, lineClosed, callCostUnknown, freeNumberAbroad
        case usualHoursAssumed, pageShortened, other
        case amicableOutcomeUnknown, amicableProofNeeded, summonsNeeded, terminationUnknown
        case civilNoticeFirst, noticeTooEarly, deliveryDayUnknown, contactBeforeOrder, otherLawPossible
        case withdrawalInformationUnknown

        init(_ doubt: Doubt) {
            switch doubt {
            case .demandUnknown: self = .demandUnknown
            case .orderNumberUnknown: self = .orderNumberUnknown
            case .amountUnknown: self = .amountUnknown
            case .defectNotDescribed: self = .defectNotDescribed
            case .ownWordsUntranslated: self = .ownWordsUntranslated
            case .languageUncertain: self = .languageUncertain
            case .phoneRangeUnknown: self = .phoneRangeUnknown
            case .rightOver: self = .rightOver
            case .rightEndsSoon: self = .rightEndsSoon
            case .answerPending: self = .answerPending
            case .deliveryNotDueYet: self = .deliveryNotDueYet
            case .refundNotDueYet: self = .refundNotDueYet
            case .returnUnknown: self = .returnUnknown
            case .carrierChosen: self = .carrierChosen
            case .damagedOnTheWay: self = .damagedOnTheWay
            case .withdrawalPeriodOver: self = .withdrawalPeriodOver
            case .withdrawalExcluded: self = .withdrawalExcluded
            case .withdrawalNotGiven: self = .withdrawalNotGiven
            case .withdrawalPeriodUnknown: self = .withdrawalPeriodUnknown
            case .withdrawalMayBeExcluded: self = .withdrawalMayBeExcluded
            case .withdrawalUnproven: self = .withdrawalUnproven
            case .withdrawalAlreadyNotified: self = .withdrawalAlreadyNotified
            case .guaranteeOver: self = .guaranteeOver
            case .hiddenDefectsOver: self = .hiddenDefectsOver
            case .proofOnBuyer: self = .proofOnBuyer
            case .defectDayUnknown: self = .defectDayUnknown
            case .presumptionOver: self = .presumptionOver
            case .olderLaw: self = .olderLaw
            case .deliveryComesFirst: self = .deliveryComesFirst
            case .deliveryMayBeRefused: self = .deliveryMayBeRefused
            case .refundInstead: self = .refundInstead
            case .remedyComesFirst: self = .remedyComesFirst
            case .choiceOpen: self = .choiceOpen
            case .durableMediumNeeded: self = .durableMediumNeeded
            case .complaintMissing: self = .complaintMissing
            case .complaintPending: self = .complaintPending
            case .complaintTooOld: self = .complaintTooOld
            case .firstComplaintTooOld: self = .firstComplaintTooOld
            case .claimPeriodOver: self = .claimPeriodOver
            case .payeeMayBeAbroad: self = .payeeMayBeAbroad
            case .schemeLimitsUnknown: self = .schemeLimitsUnknown
            case .amicableAttemptMissing: self = .amicableAttemptMissing
            case .amicableOutcomeUnknown: self = .amicableOutcomeUnknown
            case .amicableProofNeeded: self = .amicableProofNeeded
            case .summonsNeeded: self = .summonsNeeded
            case .terminationUnknown: self = .terminationUnknown
            case .civilNoticeFirst: self = .civilNoticeFirst
            case .noticeTooEarly: self = .noticeTooEarly
            case .deliveryDayUnknown: self = .deliveryDayUnknown
            case .contactBeforeOrder: self = .contactBeforeOrder
            case .otherLawPossible: self = .otherLawPossible
            case .withdrawalInformationUnknown: self = .withdrawalInformationUnknown
            case .thresholdMayHaveChanged: self = .thresholdMayHaveChanged
            case .traderUnknown: self = .traderUnknown
            case .traderAddressUnknown: self = .traderAddressUnknown
            case .mediatorUnknown: self = .mediatorUnknown
            case .nothingEnclosed: self = .nothingEnclosed
            case .signalConsoRefersOn: self = .signalConsoRefersOn
            case .destinationStale: self = .destinationStale
            case .destinationUncertain: self = .destinationUncertain
            case .destinationUnchecked: self = .destinationUnchecked
            case .mailAddressUnknown: self = .mailAddressUnknown
            case .bankNumberUnknown: self = .bankNumberUnknown
            case .accessibleServiceUnknown: self = .accessibleServiceUnknown
            case .letterNotAttached: self = .letterNotAttached
            case .postageIncomplete: self = .postageIncomplete
            case .postageOutdated: self = .postageOutdated
            case .postageAbroadUnknown: self = .postageAbroadUnknown
            case .lineHoursUnknown: self = .lineHoursUnknown
            case .lineClosed: self = .lineClosed
            case .callCostUnknown: self = .callCostUnknown
            case .freeNumberAbroad: self = .freeNumberAbroad
            case .usualHoursAssumed: self = .usualHoursAssumed
            case .pageShortened: self = .pageShortened
            case .other: self = .other
            }
        }
    }
}
