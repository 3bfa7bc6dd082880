import Bank
import Callback
import ChannelPluginKit
import Chat
import Email
import LetterWriting
import Mediator
import OnlineForm
import Phone
import RegisteredMail
import SellerMessage
import SocialMessage
import Webhook

/// The plugins of this build, in one visible list: adding a channel is one folder under `Plugins/` and one line here.
enum BuiltInPlugins {
    /// Made when the program is put together; the plugins that set letters share one typesetting engine.
    static func make(_ settings: Settings) -> [any ChannelPlugin] {
        let press = LetterPress()
        let standings = SettingStandings(settings)
        return [
            RegisteredMailPlugin(
                press: press, provider: settings.registeredMail.provider, standings: standings),
            EmailPlugin(press: press, standings: standings),
            CallbackPlugin(standings: standings),
            ChatPlugin(),
            SocialMessagePlugin(),
            SellerMessagePlugin(),
            OnlineFormPlugin(),
            PhonePlugin(press: press),
            BankPlugin(press: press),
            MediatorPlugin(press: press),
            WebhookPlugin(standings: standings),
        ]
    }
}
