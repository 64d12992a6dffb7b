"""Addresses of sign-in and administration. Of allauth's views only those named here exist."""

from django.urls import path

from .pages import account, agencies, factors, invitations, link, lock, people, purpose, set_up, sign_in, sign_out, tokens

SIGN_IN = [
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/", sign_in.sign_in, name="socialaccount_login_cancelled"),
    path("sign-in/factor/", sign_in.factor, name="mfa_authenticate"),
    path("sign-in/passkey/", sign_in.passkey_sign_in, name="mfa_login_webauthn"),
    path("sign-in/link/<str:token>/", link.sign_in_link, name="sign_in_link"),
    path("sign-in/outside/<str:provider_id>/", sign_in.provider_sign_in, name="openid_connect_login"),
    path("sign-in/outside/<str:provider_id>/return/", sign_in.provider_return, name="openid_connect_callback"),
    path("sign-out/", sign_out.sign_out, name="sign_out"),
    path("sign-out/", sign_out.sign_out, name="account_logout"),
    path("purpose/", purpose.purpose, name="purpose"),
    path("lock/", lock.lock, name="lock"),
    path("lock/passkey/", lock.unlock_passkey, name="unlock_passkey"),
]
FACTORS = [
    path("account/", account.account, name="mfa_index"),
    path("account/", account.account, name="mfa_list_webauthn"),
    path("account/", account.account, name="account"),
    path("account/sessions/end/", account.end_sessions, name="end_sessions"),
    path("account/language/", account.language, name="own_language"),
    path("account/tokens/new/", tokens.new_token, name="new_token"),
    path("account/tokens/<int:key>/revoke/", tokens.end_token, name="end_token"),
    path("account/set-up/", set_up.set_up, name="set_up"),
    path("account/app/", factors.add_app, name="mfa_activate_totp"),
    path("account/app/remove/", factors.remove_app, name="mfa_deactivate_totp"),
    path("account/passkeys/add/", factors.add_passkey, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/remove/", factors.remove_passkey, name="mfa_remove_webauthn"),
    path("account/recovery-codes/", factors.recovery_codes, name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", factors.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/password/", factors.set_password, name="account_set_password"),
    path("account/password/change/", factors.change_own_password, name="account_change_password"),
    path("account/confirm/", factors.password_again, name="account_reauthenticate"),
    path("account/confirm/code/", factors.code_again, name="mfa_reauthenticate"),
    path("account/confirm/passkey/", factors.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("account/outside/", factors.outside, name="socialaccount_connections"),
]
ADMINISTRATION = [
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/new/", agencies.new_agency, name="new_agency"),
    path("agencies/<int:key>/", agencies.agency, name="agency"),
    path("agencies/<int:key>/edit/", agencies.change_agency, name="edit_agency"),
    path("agencies/<int:key>/toggle/", agencies.toggle_agency, name="toggle_agency"),
    path("people/", people.people, name="people"),
    path("people/<int:key>/", people.person, name="person"),
    path("people/<int:key>/roles/", people.roles, name="change_roles"),
    path("people/<int:key>/end/", people.end, name="end_membership"),
    path("people/<int:key>/reset/", people.reset, name="reset_factors"),
    path("people/<int:key>/pause/", people.change, {"verb": "pause"}, name="pause_membership"),
    path("people/<int:key>/resume/", people.change, {"verb": "resume"}, name="resume_membership"),
    path("people/<int:key>/tokens/<int:token>/revoke/", people.revoke, name="revoke_token"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/new/", invitations.new_invitation, name="new_invitation"),
    path("invitations/<int:key>/vouch/", invitations.vouch_for, name="vouch"),
    path("invitations/<int:key>/withdraw/", invitations.withdraw, name="withdraw_invitation"),
    path("invitation/<str:token>/", invitations.accept, name="accept_invitation"),
]
urlpatterns = [*SIGN_IN, *FACTORS, *ADMINISTRATION]
