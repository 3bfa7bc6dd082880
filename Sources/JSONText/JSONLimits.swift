/// How much a reader accepts before it refuses a file.
///
/// Over a limit is an error that names both numbers; nothing is ever cut.
public struct JSONLimits: Hashable, Sendable {
    /// Largest file, in bytes.
    public let bytesMax: Int
    /// Deepest nesting of objects and arrays; the outermost one is level 1.
    public let depthMax: Int
    /// Largest text or key, in UTF-8 bytes after its escapes are resolved.
    public let textBytesMax: Int
    /// Longest number, in digits and signs as written.
    public let numberBytesMax: Int

    /// - Parameters:
    ///   - bytesMax: `1...2_147_483_647`; 8 MiB unless told.
    ///   - depthMax: `1...100_000`; 64 unless told.
    ///   - textBytesMax: 0 or more; 1 MiB unless told.
    ///   - numberBytesMax: 1 or more; 1,000 unless told.
    public init(
        bytesMax: Int = 8 << 20, depthMax: Int = 64, textBytesMax: Int = 1 << 20, numberBytesMax: Int = 1_000
    ) {
        // Nodes keep offsets in 32 bits.
        precondition((1...Int(Int32.max)).contains(bytesMax), "bytesMax is 1 to 2,147,483,647 bytes")
        precondition((1...100_000).contains(depthMax), "depthMax is 1 to 100,000 levels")
        precondition(textBytesMax >= 0, "textBytesMax is 0 bytes or more")
        precondition(numberBytesMax >= 1, "numberBytesMax is 1 byte or more")
        self.bytesMax = bytesMax
        self.depthMax = depthMax
        self.textBytesMax = textBytesMax
        self.numberBytesMax = numberBytesMax
    }
}
