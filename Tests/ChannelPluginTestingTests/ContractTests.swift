import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import Testing

@Suite("The contract suite")
struct ContractTests {
    typealias Fault = SamplePlugin.Fault

    @Test("a plugin that keeps the contract has no breach", arguments: SamplePlugin.Medium.allCases)
    func sound(medium: SamplePlugin.Medium) async throws {
        let subject = try Self.subject(SamplePlugin(medium))

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    static let faults: [(SamplePlugin.Medium, Fault, ContractRule)] = [
        (.mail, .differentBytes, .sameBytes), (.mail, .wrongReference, .preparationSound),
        (.http, .unsafeFileName, .preparationSound), (.mail, .cutsText, .limitsRefused),
        (.person, .ignoresMissing, .missingNamed), (.http, .showsSecret, .secretsKept),
        (.mail, .doubtsInSecret, .secretsKept), (.person, .misnamesDoubt, .preparationSound),
        (.mail, .retries, .noRetry),
        (.http, .retries, .noRetry), (.http, .resends, .duplicatesRecognised),
        (.mail, .changesMail, .sentAsPrepared),
        (.mail, .callsUnknownFailed, .lostAfterIsUnknown), (.http, .callsUnknownFailed, .lostAfterIsUnknown),
        (.http, .callsFailedUnknown, .lostBeforeIsFailed), (.mail, .provesTooMuch, .acceptanceProved),
        (.http, .believesStatus, .bodyOutranksStatus), (.http, .goesOnWithoutCheckpoint, .checkpointFirst),
        (.http, .reconcileSends, .reconcileSendsNothing), (.person, .personUsesPort, .personTouchesNoPort),
        (.mail, .noLimits, .descriptorComplete), (.mail, .servesForeign, .othersRefused),
        (.mail, .ignoresThrottle, .throttledWaits), (.http, .ignoresThrottle, .throttledWaits),
    ]

    @Test("each fault is found by its rule", arguments: faults)
    func faulty(medium: SamplePlugin.Medium, fault: Fault, rule: ContractRule) async throws {
        let subject = try Self.subject(SamplePlugin(medium, fault: fault))

        let breaches = await checkChannelContract(subject)

        #expect(breaches.contains { $0.rule == rule }, "\(breaches)")
    }

    @Test("every rule and every fault of the sample is tried")
    func complete() {
        #expect(Set(Self.faults.map(\.1)) == Set(Fault.allCases))
        #expect(Set(Self.faults.map(\.2)) == Set(ContractRule.allCases))
    }

    static func subject(_ plugin: SamplePlugin) throws -> ContractSubject {
        var request = PreparationRequest(
            channel: SamplePlugin.channel, caseReference: try CaseReference(parsing: "case-1"),
            deliveryReference: try DeliveryReference(parsing: "delivery-1"),
            now: Instant(secondsSinceEpoch: 1_795_000_000), timeZone: .utc, language: .french,
            contactCase: ContactCase(
                merchant: .described(MerchantDescription(name: try TextLine(parsing: "Exemple SARL"))),
                issue: Issue(kind: .other)))
        var subject = ContractSubject(plugin, requests: [])
        subject.incomplete = [request]
        request.recipient = DeliveryRecipient(
            name: try TextLine(parsing: "Exemple SARL"), email: try EmailAddress(parsing: "b@exemple.example")
        )
        var narrow = request
        narrow.limits.textCharactersMax = 3
        subject.tooLarge = [narrow]
        subject.requests = [request]
        return subject
    }
}
