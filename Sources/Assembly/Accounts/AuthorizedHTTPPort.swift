public import ChannelPluginKit
public import CivilCalendar
import ContactRouting

/// Adds the authorization of an account to the requests that name one, and leaves all others as they are.
///
/// A token goes only where its account belongs. One that is refused (401) is replaced once: a request that was refused had
/// no effect, so it may be sent again.
///
/// - Source: RFC 6750 sections 2.1 and 3.1.
public struct AuthorizedHTTPPort: HTTPPort {
    private let port: any HTTPPort
    private let accounts: [AccountName: Account]

    private struct Account: Sendable {
        let keeper: TokenKeeper
        let place: HTTPTarget

        /// True for the account's own address and what lies below it.
        func owns(_ target: HTTPTarget) -> Bool {
            let place = place.text.hasSuffix("/") ? String(place.text.dropLast()) : place.text
            guard target.text.hasPrefix(place) else { return false }
            return ["", "/", "?"].contains(target.text.dropFirst(place.count).prefix(1))
        }
    }

    /// - Parameter port: carries the requests, and the ones that fetch tokens.
    public init(_ settings: Settings, over port: any HTTPPort) {
        self.port = port
        let mail = settings.registeredMail
        guard let place = mail.url, let tokenURL = mail.tokenURL, let clientID = mail.clientID else {
            accounts = [:]
            return
        }
        let grant = TokenGrant(tokenURL: tokenURL, clientID: clientID, username: mail.username)
        let keeper = TokenKeeper(grant, secrets: SecretKeeper(settings.secrets), port: port)
        accounts = [.registeredMail: Account(keeper: keeper, place: place)]
    }

    public func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult {
        guard let name = request.account else { return await port.send(request, at: now) }
        guard let account = accounts[name] else {
            return .failed(
                Failure(.configuration, "The account \(name) is not configured: see `recours doctor`."))
        }
        guard account.owns(request.head.target) else {
            return .failed(
                Failure(
                    .pluginFault,
                    "A request in the name of \(name) does not go to its address: nothing was sent."))
        }
        do throws(TokenFault) {
            let token = try await account.keeper.token(at: now)
            let result = await port.send(request.authorized(by: token), at: now)
            guard result.refusesToken else { return result }
            let newer = try await account.keeper.token(at: now, insteadOf: token)
            return await port.send(request.authorized(by: newer), at: now)
        } catch {
            return .failed(error.failure)
        }
    }
}

extension AccountName {
    /// The provider that posts registered letters.
    static let registeredMail = AccountName("registered-mail")
}

extension HTTPRequest {
    fileprivate func authorized(by token: AccessToken) -> HTTPRequest {
        HTTPRequest(
            head: head.adding([token.header]), body: body.reveal(), idempotencyKey: idempotencyKey)
    }
}

extension HTTPResult {
    /// True when it is proved that the request was refused for its token, and for nothing else.
    fileprivate var refusesToken: Bool {
        switch self {
        case .failed(let failure): failure.responseCode == 401
        case .answered, .unknown: false
        }
    }
}
