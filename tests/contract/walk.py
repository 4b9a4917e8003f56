"""A walk through everything that the sandbox serves; as in an application, urls are followed, not built."""

from __future__ import annotations

import uuid
from typing import Any, Self

import httpx

from tests.sandbox_process import Sandbox

DICTIONARIES = (
    "/dictionaries",
    "/areas",
    "/areas/1",
    "/areas/countries",
    "/professional_roles",
    "/industries",
    "/languages",
    "/metro",
    "/metro/1",
    "/suggests/areas?text=мо",
    "/suggests/resume_search_keyword?text=py",
    "/suggests/professional_roles?text=бух",
    "/suggests/skill_set?text=python",
    "/suggests/educational_institutions?text=моск",
    "/suggests/positions?text=водитель",
    "/suggests/vacancy_positions?text=водитель",
    "/suggests/area_leaves?text=мо",
    "/districts",
    "/locales",
    "/locales/resume",
    "/skills?id=2720&id=2721",
)
COMPANY = (
    "",
    "/addresses?with_manager=true",
    "/managers",
    "/departments",
    "/manager_types",
    "/managers/5032001",
    "/addresses/15101",
    "/negotiations_statistics",
    "/managers/5032001/negotiations_statistics",
    "/mail_templates",
    "/managers/5032001/settings",
    "/managers/5032001/limits/resume",
    "/managers/5032001/method_access",
    "/services/payable_api_actions/active",
    "/vacancies/active?per_page=50",
    "/vacancies/active?manager_id=all_accessible&text=а",
    "/vacancies/archived",
    "/vacancies/hidden",
)
SEARCHES = (
    "text=Python&text.logic=all&text.field=everywhere&text.period=all_time&area=1&order_by=relevance",
    "area=113&relocation=living&salary_from=50000&salary_to=150000&currency=RUR&label=only_with_salary",
    "professional_role=96&professional_role=124&experience=between1And3&experience=moreThan6&language=eng.b1",
    "age_from=25&age_to=45&gender=female&education_level=higher&employment=full&schedule=remote&per_page=100",
    "period=7&with_job_search_status=true&job_search_status=active_search&order_by=publication_time",
    "date_from=2020-01-01&date_to=2030-01-01&search_in_responses=true&metro=6&driver_license_types=B",
    "page=19&per_page=100",
)
WRONG = (
    "/resumes?page=20&per_page=100",
    "/resumes?per_page=101",
    "/resumes?area=99999",
    "/resumes?text=a&text.logic=all",
    "/resumes?period=3&date_from=2020-01-01",
    "/resumes/00000000",
    "/suggests/skill_set?text=p",
    "/vacancies/0000000",
    "/negotiations/4999999999",
    "/negotiations?vacancy_id=1",
    "/common/chats/1/messages",
    "/common/chats?page=51",
    "/saved_searches/resumes/1",
    "/employers/1/managers",
)


class Walk:
    """One signed-in walk; afterwards the sandbox has served every operation that it knows."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.client = sandbox.client(sandbox.sign_in())
        self.company = f"/employers/{sandbox.employer_id}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.client.close()

    def all(self) -> None:
        """Every part, sign-out last."""
        for path in (
            *DICTIONARIES,
            *(self.company + tail for tail in COMPANY),
            "/me",
            "/manager_accounts/mine",
        ):
            self.get(path)
        self.search()
        self.vacancies()
        self.responses()
        self.invitation()
        self.saved_searches()
        for path in WRONG:
            assert self.client.get(path).is_client_error, path
        self.tokens()

    def get(self, url: str) -> Any:
        """The JSON of a page that must be there."""
        answer = self.client.get(url)
        assert answer.status_code == 200, (url, answer.status_code, answer.text[:300])
        return answer.json()

    def search(self) -> None:
        """Searches and full resumes, open and closed."""
        for query in SEARCHES:
            self.get(f"/resumes?{query}")
        found = self.get("/resumes?per_page=100&order_by=salary_desc")["items"]
        closed = next(item for item in found if item["actions"].get("get_with_contact"))
        flags = "with_negotiations_history=true&with_creds=true&with_job_search_status=true"
        self.comments(found[0]["owner"]["comments"]["url"])
        for item in found[:30]:
            self.get(f"{item['url']}?{flags}")
            self.get(item["negotiations_history"]["url"])
        assert self.get(closed["url"])["contact"] == []
        self.get(closed["actions"]["get_with_contact"]["url"])
        assert self.get(closed["url"])["can_view_full_info"] is True

    def vacancies(self) -> None:
        """Cards, statistics, archive and order."""
        for row in self.sandbox.state()["vacancies"]:
            self.get(f"/vacancies/{row['id']}")
            self.get(f"/vacancies/{row['id']}/stats")
            self.get(f"/vacancies/{row['id']}/visitors")
        vacancy = self.active()["id"]
        self.get(f"/vacancies/{vacancy}/preferred_negotiations_order")
        path = f"/vacancies/{vacancy}/preferred_negotiations_order"
        assert self.client.put(path, data={"order": "created_at"}).status_code == 204
        assert self.client.put(path, data={"order": "nonsense"}).status_code == 400
        last = [row["id"] for row in self.sandbox.state()["vacancies"] if row["shelf"] == "active"][-1]
        for method, shelf in (("PUT", "archived"), ("PUT", "hidden"), ("DELETE", "hidden")):
            path = f"{self.company}/vacancies/{shelf}/{last}"
            assert self.client.request(method, path).status_code == 204

    def active(self) -> Any:
        """The first active vacancy of the list."""
        return self.get(f"{self.company}/vacancies/active")["items"][0]

    def responses(self) -> None:
        """Every collection in every order; then moves, letters, tests, chats."""
        vacancy = self.active()["id"]
        body = self.get(f"/negotiations?vacancy_id={vacancy}&with_generated_collections=true")
        for collection in (*body["collections"], *body["generated_collections"]):
            for entry in (collection, *collection.get("sub_collections", ()), *collection["order_types"]):
                self.get(entry["url"])
        first = body["collections"][0]["url"]
        self.get(f"{first}&age_from=20&area=1&search_text=а&show_only_new_responses=true&per_page=50")
        items = [item for item in self.get(f"{first}&per_page=50")["items"] if item["resume"]]
        for item in items:
            self.get(item["url"])
            self.client.get(f"{item['url']}/test/solution")
        self.moves(items)
        self.chat(items[0])
        for letter in items[5]["templates"]:
            self.get(letter["url"])
        assert (
            self.client.post(
                "/negotiations/read", data={"topic_id": [items[6]["id"], items[7]["id"]]}
            ).status_code
            == 204
        )
        self.get(items[6]["messages_url"])
        self.get(items[0]["resume"]["url"])

    def moves(self, items: list[Any]) -> None:
        """Each action, a sub-action, bulk, and what is refused."""
        for item, action in zip(items, items[0]["actions"], strict=False):
            own = next(own for own in item["actions"] if own["id"] == action["id"])
            form = {"message": "Здравствуйте!"} if own["arguments"] else {}
            assert self.act(own, form).status_code == 204
        with_steps = next(action for action in items[8]["actions"] if action.get("sub_actions"))
        assert self.act(with_steps["sub_actions"][0], {}).status_code == 204
        assert self.act(items[9]["actions"][0], {"message": " "}).status_code == 403
        assert self.act(items[9]["actions"][0], {"send_sms": "true"}).status_code == 400
        bulk = {"topic_id": [item["id"] for item in items[9:12]], "message": "Спасибо за отклик."}
        assert self.client.put("/negotiations/discard_by_employer", data=bulk).status_code == 204
        assert self.client.put("/negotiations/discard_by_employer", data=bulk).status_code == 403

    def act(self, action: Any, form: dict[str, str]) -> httpx.Response:
        """Do an action as its url and method say."""
        return self.client.request(action["method"], action["url"], data=form)

    def chat(self, item: Any) -> None:
        """A chat from its list entry to a read mark."""
        self.get("/common/chats?filter_unread=true")
        self.get("/common/chats/counters/unread")
        path = f"/common/chats/{item['chat_id']}"
        self.get(f"{path}/participants")
        message = {"idempotency_key": str(uuid.uuid4()), "text": "Когда вам удобно?"}
        sent = self.client.post(f"{path}/messages", json=message)
        assert sent.status_code == 201
        assert self.client.post(f"{path}/messages", json=message).status_code == 409
        assert self.client.put(f"{path}/message/{sent.json()['id']}/read").status_code == 204
        self.file(path)
        own = f"{path}/messages/{sent.json()['id']}"
        assert self.client.put(own, json={"text": "Когда вам удобно поговорить?"}).status_code == 204
        page = self.get(f"{path}/messages?order=prev&limit=50")
        self.get(f"{path}/messages?order=next&start_message_id={page['messages'][0]['id']}&limit=1")
        assert self.client.delete(own).status_code == 204
        assert self.client.delete(own).status_code == 404
        assert (
            self.client.put(f"{path}/write_possibility?applicant_write_possibility=true").status_code == 204
        )
        assert self.client.put(f"{path}/leave").status_code == 204

    def file(self, path: str) -> None:
        """A picture goes into the chat and comes out of it."""
        self.get("/common/chats/files/conditions")
        link = self.client.post("/common/chats/files/upload_links").json()["upload_url"]
        picture = b"\x89PNG\r\n\x1a\n" + b"0" * 40
        uploaded = self.client.post(link, files={"file": ("схема.png", picture, "image/png")})
        assert self.client.post(link, files={"file": ("схема.png", picture, "image/png")}).status_code == 400
        message = {"idempotency_key": str(uuid.uuid4()), "file_upload_ids": [uploaded.json()["upload_id"]]}
        assert self.client.post(f"{path}/messages", json=message).status_code == 201
        sent = self.get(f"{path}/messages?order=prev&limit=1")["messages"][0]["payload"]["attachments"][0]
        assert self.client.get(sent["url"]).content == picture

    def comments(self, url: str) -> None:
        """A note from its beginning to its end."""
        self.get(f"{url}?order_by=creation_time_asc")
        added = self.client.post(url, data={"text": "Хороший разговор", "access_type": "owner"})
        assert added.status_code == 201
        path = f"{url}/{added.json()['id']}"
        assert self.client.put(path, data={"access_type": "coworkers"}).status_code == 204
        assert self.get(url)["items"][0]["access_type"]["id"] == "coworkers"
        assert self.client.delete(path).status_code == 204
        assert self.client.delete(path).status_code == 404
        assert self.client.post(url, data={"text": "", "access_type": "owner"}).status_code == 400

    def invitation(self) -> None:
        """Somebody who has not applied is invited, once."""
        found = self.get("/resumes?per_page=100")["items"]
        closed = next(item for item in found if item["actions"].get("get_with_contact"))
        fit = self.get(f"{self.company}/vacancies/active?resume_id={closed['id']}")["items"]
        action = fit[0]["negotiations_actions"][0]
        form = {"resume_id": closed["id"], "vacancy_id": fit[0]["id"], "message": "Здравствуйте!"}
        answer = self.act(action, form)
        assert answer.status_code == 201
        assert self.get(answer.headers["Location"])["resume"]["id"] == closed["id"]
        assert self.act(action, form).status_code == 403

    def saved_searches(self) -> None:
        """Kept, read back, renamed, deleted."""
        self.get("/saved_searches/resumes")
        created = self.client.post("/saved_searches/resumes?text=повар&area=1")
        assert created.status_code == 201
        path = created.headers["Location"]
        self.get(self.get(path)["items"]["url"])
        assert self.client.put(f"{path}?name=Повара").status_code == 204
        assert self.client.put(f"{path}?name=Повара&subscription=true").status_code == 409
        assert self.client.delete(path).status_code == 204

    def tokens(self) -> None:
        """Refresh, application token, sign-out."""
        tokens = self.sandbox.sign_in()
        self.sandbox.set(expire_tokens=True)
        form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
        fresh = self.client.post("/token", data=form)
        assert fresh.status_code == 200
        assert self.client.post("/token", data=form).json()["error"] == "invalid_grant"
        credentials = {"client_id": self.sandbox.client_id, "client_secret": self.sandbox.client_secret}
        application = self.client.post("/token", data={"grant_type": "client_credentials", **credentials})
        self.client.headers["Authorization"] = f"Bearer {application.json()['access_token']}"
        self.get("/me")
        self.client.headers["Authorization"] = f"Bearer {fresh.json()['access_token']}"
        assert self.client.delete("/token").status_code == 204
        assert self.client.get("/me").status_code == 403
