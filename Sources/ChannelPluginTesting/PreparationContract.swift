internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// The rules about what a plugin prepares.
struct PreparationContract {
    private let subject: ContractSubject

    init(_ subject: ContractSubject) { self.subject = subject }

    func breaches() async -> [ContractBreach] {
        var found: [ContractBreach] = []
        for request in subject.requests { found += await check(request) }
        for request in subject.tooLarge {
            if let text = await complaint(request, isExpected: \.isOverLimit) {
                found.append(ContractBreach(.limitsRefused, request.channel, text))
            }
        }
        for request in subject.incomplete {
            if let text = await complaint(request, isExpected: \.isAboutInput) {
                found.append(ContractBreach(.missingNamed, request.channel, text))
            }
        }
        return found + (await checkForeignChannel())
    }

    private func check(_ request: PreparationRequest) async -> [ContractBreach] {
        var found: [ContractBreach] = []
        for moment in [request.now] + nightsOfTheClockChange {
            var request = request
            request.now = moment
            do throws(ChannelError) {
                let first = try await subject.plugin.prepare(request)
                let second = try await subject.plugin.prepare(request)
                if first != second {
                    found.append(
                        ContractBreach(.sameBytes, request.channel, "two preparations of one request differ"))
                }
                if moment == request.now { found += soundness(of: first, for: request) }
            } catch {
                found.append(
                    ContractBreach(
                        .preparationSound, request.channel,
                        "it refuses at \(moment.secondsSinceEpoch) what it must prepare: \(error)"))
            }
        }
        return found + (await checkNarrowLimits(request))
    }

    /// Both nights of a year in which Paris changes its clocks, at their oddest second.
    private var nightsOfTheClockChange: [Instant] {
        [1_774_745_999, 1_774_746_000, 1_792_889_999, 1_792_890_000].map { Instant(secondsSinceEpoch: $0) }
    }

    private func soundness(of prepared: PreparedDelivery, for request: PreparationRequest) -> [ContractBreach]
    {
        var faults: [String] = []
        if prepared.channel != request.channel { faults.append("it names another channel") }
        if prepared.reference != request.deliveryReference { faults.append("it names another reference") }
        if prepared.afterwards.isEmpty { faults.append("it does not say what the person does next") }
        for case .other(let code, let text) in prepared.doubts {
            if (try? DoubtCode(parsing: code.text)) == nil {
                faults.append("a doubt has a code that is no name")
            }
            if text.french.isEmpty || text.english.isEmpty { faults.append("a doubt lacks one language") }
        }
        let names = prepared.artifacts.map(\.fileName.text)
        if Set(names).count != names.count { faults.append("two files have one name") }
        for name in names where ArtifactFileName(parsing: name) == nil {
            faults.append("\(name) is no safe file name")
        }
        if prepared.artifacts.contains(where: { $0.bytes.reveal().isEmpty }) {
            faults.append("a file is empty")
        }
        if let role = namedRole(prepared.payload), prepared.artifact(role) == nil {
            faults.append("its delivery names the file \(role), which it does not have")
        }
        let descriptor = subject.plugin.channels.first { $0.channel == request.channel }
        if let effects = descriptor?.effects, effects.irreversible != prepared.consent.irreversible {
            faults.append("its consent and its descriptor disagree whether it can be undone")
        }
        var found = faults.map { ContractBreach(.preparationSound, request.channel, $0) }
        if SecretSearch(subject.canary).finds(in: prepared) {
            found.append(ContractBreach(.secretsKept, request.channel, "a preparation holds a secret"))
        }
        return found
    }

    /// Gives each limit that the channel has the value 1, which no real content fits.
    private func checkNarrowLimits(_ request: PreparationRequest) async -> [ContractBreach] {
        guard let limits = subject.plugin.channels.first(where: { $0.channel == request.channel })?.limits
        else { return [] }
        var tries: [(String, ChannelLimits)] = []
        if limits.textCharactersMax != nil {
            tries.append(("textCharactersMax", ChannelLimits(textCharactersMax: 1, textPartsMax: 1)))
        }
        if limits.messageBytesMax != nil {
            tries.append(("messageBytesMax", ChannelLimits(messageBytesMax: 1)))
        }
        var found: [ContractBreach] = []
        for (name, narrow) in tries {
            var request = request
            request.limits = request.limits.narrowed(by: narrow)
            if let text = await complaint(request, isExpected: \.isOverLimit) {
                found.append(ContractBreach(.limitsRefused, request.channel, "\(name) of 1: \(text)"))
            }
        }
        return found
    }

    private func checkForeignChannel() async -> [ContractBreach] {
        guard let sample = subject.requests.first else { return [] }
        var foreign = sample
        foreign.channel = ChannelName("contract-foreign")
        let text = await complaint(foreign) { $0 == .notServed(ChannelName("contract-foreign")) }
        return text.map { [ContractBreach(.othersRefused, foreign.channel, $0)] } ?? []
    }

    /// What is wrong with the refusal of a request; nil when it is refused as expected.
    private func complaint(
        _ request: PreparationRequest, isExpected: (ChannelError) -> Bool
    ) async -> String? {
        do throws(ChannelError) {
            _ = try await subject.plugin.prepare(request)
            return "it was prepared instead of refused"
        } catch {
            if error.description.contains(subject.canary) { return "the refusal shows a secret" }
            return isExpected(error) ? nil : "it was refused for another reason: \(error)"
        }
    }
}

/// The file a delivery names as its content.
private func namedRole(_ payload: DeliveryPayload) -> ArtifactRole? {
    switch payload {
    case .mail(_, let message): message
    case .http(_, let body): body
    case .person: nil
    }
}

extension ChannelError {
    var isOverLimit: Bool {
        switch self {
        case .overLimit: true
        case .missing, .unusable, .servedTwice, .notServed, .eventNotUnderstood, .secretUnknown,
            .secretUnusable,
            .checkpointNotStored,
            .preparationFailed:
            false
        }
    }

    var isAboutInput: Bool {
        switch self {
        case .missing, .unusable, .overLimit: true
        case .servedTwice, .notServed, .eventNotUnderstood, .secretUnknown, .secretUnusable,
            .checkpointNotStored,
            .preparationFailed:
            false
        }
    }
}
