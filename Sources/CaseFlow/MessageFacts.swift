import ContactRouting

extension ChannelOffer {
    /// The language in which to write to this channel.
    ///
    /// The person's own where the channel is known to take it, else French where that is taken or nothing is known.
    func recipientLanguage(for consumer: Consumer) -> Language {
        let taken = entry.languages.compactMap(Language.init(rawValue:))
        if taken.contains(consumer.effectiveLanguage) { return consumer.effectiveLanguage }
        return taken.isEmpty || taken.contains(.french) ? .french : .english
    }
}

extension ContactCase {
    /// What people call the merchant; nil when the directory has no entry for it.
    func merchantName(in directory: Directory) -> TextLine? {
        switch merchant {
        case .listed: listedMerchant(in: directory).flatMap { try? TextLine(parsing: $0.name) }
        case .described(let description): description.name
        }
    }
}
