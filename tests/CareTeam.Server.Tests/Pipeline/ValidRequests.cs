namespace CareTeam.Server.Tests.Pipeline;

/// <summary>One well-formed request for each rpc, as proto3 JSON; PLAN, TASK and the other words in capitals stand for UUIDs.</summary>
internal static class ValidRequests
{
    public static readonly IReadOnlyDictionary<string, string> Json = new Dictionary<string, string>
    {
        ["CreatePlan"] = """{"planId":"NEW","requestId":"REQUEST","title":"t","patient":{"reference":"Patient/1","name":"n","birthDate":"1980-02-29"},"categories":[{"system":"s","code":"c","display":"d"}]}""",
        ["ActivatePlan"] = """{"planId":"PLAN","requestId":"REQUEST"}""",
        ["HoldPlan"] = """{"planId":"PLAN","requestId":"REQUEST","reason":"r"}""",
        ["ResumePlan"] = """{"planId":"PLAN","requestId":"REQUEST"}""",
        ["CompletePlan"] = """{"planId":"PLAN","requestId":"REQUEST","summary":"s"}""",
        ["RevokePlan"] = """{"planId":"PLAN","requestId":"REQUEST","reason":"r"}""",
        ["GetPlan"] = """{"planId":"PLAN"}""",
        ["ListPlans"] = """{"statuses":["PLAN_STATUS_ACTIVE"],"leadId":"dr-lead","patientReference":"Patient/1"}""",
        ["AddDiagnosis"] = """{"planId":"PLAN","requestId":"REQUEST","diagnosisId":"NEW","icd10cmCode":"M54.16","text":"t","onsetDate":"2026-01-05"}""",
        ["AddGoal"] = """{"planId":"PLAN","requestId":"REQUEST","goalId":"NEW","description":"d","measure":"ODI","baseline":46,"target":20,"unit":"%","dueDate":"2026-06-01"}""",
        ["ReviseGoal"] = """{"planId":"PLAN","requestId":"REQUEST","goalId":"GOAL","description":"d","measure":"ODI","baseline":46,"target":20,"unit":"%","dueDate":"2026-06-01","reason":"r"}""",
        ["CloseGoal"] = """{"planId":"PLAN","requestId":"REQUEST","goalId":"GOAL","status":"GOAL_STATUS_ACHIEVED","reason":"r"}""",
        ["RaiseRedFlag"] = """{"planId":"PLAN","requestId":"REQUEST","redFlagId":"NEW","kind":"RED_FLAG_KIND_INFECTION","finding":"f"}""",
        ["ResolveRedFlag"] = """{"planId":"PLAN","requestId":"REQUEST","redFlagId":"FLAG","resolution":"r"}""",
        ["AddMember"] = """{"planId":"PLAN","requestId":"REQUEST","person":{"personId":"nurse-one","name":"n","role":"ROLE_NURSE"}}""",
        ["EndMembership"] = """{"planId":"PLAN","requestId":"REQUEST","personId":"pt-one","reason":"r"}""",
        ["AddTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"NEW","title":"t","description":"d","discipline":"DISCIPLINE_NURSING","kind":"TASK_KIND_EDUCATION","priority":"TASK_PRIORITY_URGENT","assigneeId":"pt-one","dueDate":"2026-06-01","dependsOn":["TASK"],"goalIds":["GOAL"],"recurrence":{"times":3,"periodDays":7,"periods":6}}""",
        ["ReassignTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK","assigneeId":"pt-one","reason":"r"}""",
        ["AcceptTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK"}""",
        ["DeclineTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK","reason":"r"}""",
        ["StartTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK"}""",
        ["CompleteTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK","outcome":"o"}""",
        ["CancelTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK","reason":"r"}""",
        ["RescheduleTask"] = """{"planId":"PLAN","requestId":"REQUEST","taskId":"TASK","dueDate":"2026-06-01","reason":"r"}""",
        ["ListTasks"] = """{"planId":"PLAN","assigneeId":"pt-one","discipline":"DISCIPLINE_NURSING","statuses":["TASK_STATUS_ACCEPTED"],"dueBy":"2026-06-01"}""",
        ["SubmitNote"] = """{"planId":"PLAN","requestId":"REQUEST","noteId":"NEW","encounterAt":"2026-01-05T10:00:00Z","discipline":"DISCIPLINE_NURSING","body":{"soap":{"subjective":"s","objective":"o","assessment":"a","plan":"p"}},"taskIds":["TASK"],"goalIds":["GOAL"]}""",
        ["SubmitNotes"] = """{"note":{"planId":"PLAN","requestId":"REQUEST","noteId":"NEW","encounterAt":"2026-01-05T10:00:00Z","discipline":"DISCIPLINE_NURSING","body":{"narrative":"n"},"taskIds":["TASK"],"goalIds":["GOAL"]}}""",
        ["AmendNote"] = """{"planId":"PLAN","requestId":"REQUEST","noteId":"NOTE","amendmentId":"NEW","reason":"r","text":"t"}""",
        ["ListNotes"] = """{"planId":"PLAN","authorId":"pt-one","discipline":"DISCIPLINE_NURSING","taskId":"TASK","goalId":"GOAL"}""",
        ["ListPlanEvents"] = """{"planId":"PLAN","afterVersion":1}""",
        ["WatchPlan"] = """{"planId":"PLAN","afterVersion":1}""",
        ["ImportBundle"] = """{"requestId":"REQUEST","bundleJson":"{\"resourceType\":\"Bundle\",\"type\":\"collection\"}","leadId":"dr-lead","leadName":"n"}""",
    };

    public static string For(string rpc, string planId)
    {
        var json = Json[rpc].Replace("PLAN\"", planId + "\"", StringComparison.Ordinal);
        foreach (var word in new[] { "NEW", "REQUEST", "TASK", "GOAL", "NOTE", "FLAG" })
            json = json.Replace($"\"{word}\"", $"\"{New.Id()}\"", StringComparison.Ordinal);
        return json;
    }
}
