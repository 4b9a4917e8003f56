"""What files a chat takes, and where to send them."""

from __future__ import annotations

from datetime import timedelta

from hhdesk.sandbox.call import Call, Json, operation
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.uploads import MAX_SIZE, TYPES, new_link


@operation("get-common-chat-files-conditions")
def conditions(call: Call) -> Json:
    """Size and types."""
    extensions = [type_.rpartition("/")[2] for type_ in TYPES]
    return {"files_upload": {"max_size": MAX_SIZE, "mime_type": list(TYPES), "type": extensions}}


@operation("get-common-chat-files-upload-links")
def upload_links(call: Call) -> Json:
    """A link for one file; ``POST /_sandbox/set`` ``expire_urls`` ends it."""
    expires = stamp(call.world.now + timedelta(minutes=15))
    return {"upload_url": call.url(new_link(call.world)), "expires_at": expires}
