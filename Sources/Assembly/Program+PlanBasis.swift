import CaseFormat
import CivilCalendar
public import Digests

extension Program {
    /// What plans of cases are made with beside the cases: the directory, the time zones and the program's rules.
    ///
    /// With any of them changed, what was planned may be another.
    ///
    /// - Parameter version: the program's.
    /// - Throws: `ProgramError.digests`.
    public func planBasis(of version: String) throws(ProgramError) -> SHA256Digest {
        let parts = ["plan-v1", version, directory.digest.hex, TimeZoneDatabase().edition ?? "unknown zones"]
        do throws(DigestError) {
            return try SHA256.digest(of: parts.joined(separator: "\n"))
        } catch {
            throw .digests(error)
        }
    }
}
