/// Texts of fixed size, as C structures hold them.
enum CText {
    /// The text up to its first zero byte.
    static func string<Buffer: BitwiseCopyable>(_ buffer: Buffer) -> String {
        withUnsafeBytes(of: buffer) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
