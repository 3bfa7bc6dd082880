public import ContactRouting

extension ContactCase {
    /// What people call the merchant; nil when the directory has no entry for it.
    public func merchantName(in directory: Directory) -> TextLine? {
        switch merchant {
        case .listed: listedMerchant(in: directory).flatMap { try? TextLine(parsing: $0.name) }
        case .described(let description): description.name
        }
    }
}
