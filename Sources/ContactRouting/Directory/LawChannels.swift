extension ChannelName {
    /// The channels that the law gives every consumer, whether the directory knows where they lead or not.
    public static let offeredByLaw = Set(LawOffer.all.map(\.channel))
}
