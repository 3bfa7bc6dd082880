internal import ChannelPluginKit
internal import ContactRouting

/// The rules about what a plugin says of itself.
struct DescriptorContract {
    private let subject: ContractSubject

    init(_ subject: ContractSubject) { self.subject = subject }

    func breaches() async -> [ContractBreach] {
        let descriptors = subject.plugin.channels
        var found: [ContractBreach] = []
        if descriptors.isEmpty {
            found.append(ContractBreach(.descriptorComplete, nil, "it serves no channel"))
        }
        if Set(descriptors.map(\.channel)).count != descriptors.count {
            found.append(ContractBreach(.descriptorComplete, nil, "it names a channel twice"))
        }
        for descriptor in descriptors {
            found += faults(of: descriptor).map {
                ContractBreach(.descriptorComplete, descriptor.channel, $0)
            }
        }
        for diagnostic in await subject.plugin.check() {
            let texts = [diagnostic.text.french, diagnostic.text.english]
            if texts.contains(where: { $0.contains(subject.canary) }) {
                found.append(ContractBreach(.secretsKept, diagnostic.channel, "a diagnostic shows a secret"))
            }
            if !descriptors.contains(where: { $0.channel == diagnostic.channel }) {
                found.append(
                    ContractBreach(
                        .descriptorComplete, diagnostic.channel, "a diagnostic of a foreign channel"))
            }
        }
        return found
    }

    private func faults(of descriptor: ChannelDescriptor) -> [String] {
        let limits = descriptor.limits
        let sizes = [
            limits.textCharactersMax, limits.textPartsMax, limits.messageBytesMax, limits.attachmentBytesMax,
            limits.pagesMax, limits.deliverySecondsMax,
        ].compactMap { $0 }
        var faults: [String] = []
        if limits.deliverySecondsMax == nil { faults.append("deliverySecondsMax is not set") }
        if limits.textCharactersMax == nil && limits.messageBytesMax == nil && limits.pagesMax == nil {
            faults.append("no limit for its content is set")
        }
        if sizes.contains(where: { $0 < 1 }) || limits.attachmentsMax ?? 0 < 0 {
            faults.append("a limit is below 1")
        }
        if limits.attachmentsMax ?? 0 > 0 && limits.attachmentBytesMax == nil {
            faults.append("attachments have no size limit")
        }
        for setting in descriptor.settings {
            if !setting.name.utf8.allSatisfy(isVariableByte) || setting.name.isEmpty {
                faults.append("\"\(setting.name)\" is not the name of a variable")
            }
            if setting.purpose.isEmpty { faults.append("\(setting.name) does not say what it is for") }
        }
        if subject.requests.allSatisfy({ $0.channel != descriptor.channel }) {
            faults.append("the suite was given no request for it")
        }
        return faults
    }
}

private func isVariableByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_")
}
