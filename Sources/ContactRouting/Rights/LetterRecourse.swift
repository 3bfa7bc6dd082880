/// A further step that a letter announces, in the order in which it would come.
public enum LetterRecourse: Hashable, Sendable {
    /// Terminate the contract by another letter (C. conso. L216-6).
    case termination
    /// Ask for a lower price or terminate (C. conso. L217-14).
    case priceReductionOrTermination
    /// The consumer mediator, by name when the trader's is known.
    case mediator(TextLine?)
    /// The European Consumer Centre, against a trader of another country.
    case eccNet
    /// The conciliator: free, and the attempt that the court asks for (CPC 750-1).
    case conciliator
    case court
    /// A complaint to the authority that watches over personal data.
    case dataProtectionAuthority
}
