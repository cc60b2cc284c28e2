"""Flask's helpers, made here and joined to the app in `create_app`."""

from flask_limiter import Limiter
from flask_login import LoginManager
from flask_wtf import CSRFProtect

from facilitator.web.addresses import address_of_request
from facilitator.web.catalogues import HouseBabel

babel = HouseBabel()
csrf = CSRFProtect()
sign_ins = LoginManager()
# The door uses it too: `@limiter.limit("30 per minute", methods=["POST"])`.
limiter = Limiter(address_of_request, storage_uri="memory://", strategy="moving-window")
