using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace CareTeam.Server.Tests.Pipeline;

/// <summary>Every rpc against every kind of bad input, driven by the descriptors: a new rpc or field is covered when it is there.</summary>
public sealed class InvalidInputTests(Clinic clinic) : IClassFixture<Clinic>
{
    public static TheoryData<string> EveryRpc() => [.. Rpcs.All.Select(r => r.Name)];

    private static MethodDescriptor Rpc(string name) => Rpcs.All.Single(r => r.Name == name);

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task Every_field_with_a_bad_value_is_named_in_one_answer(string name)
    {
        var team = clinic.NewTeam();
        var request = Rpc(name).Request(ValidRequests.For(name, New.Id()));
        var spoiled = new List<string>();
        Spoil(request, "", spoiled);

        var named = await Violations(team, name, request);
        Assert.Equal(spoiled.Order(), spoiled.Intersect(named).Order());
    }

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task Text_of_a_megabyte_is_refused_in_every_field(string name)
    {
        var request = Rpc(name).Request(ValidRequests.For(name, New.Id()));
        var filled = new List<string>();
        Fill(request, "", new string('x', 1_000_000 / Math.Max(1, Texts(request))), filled);
        Assert.Equal(filled.Order(), filled.Intersect(await Violations(clinic.NewTeam(), name, request)).Order());
    }

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task A_message_over_the_size_limit_is_refused_as_a_whole(string name)
    {
        var team = clinic.NewTeam();
        var size = name == "ImportBundle" ? 33 : 5;
        var request = Rpc(name).Request(ValidRequests.For(name, New.Id()));
        Fill(request, "", new string('x', size * 1024 * 1024 / Math.Max(1, Texts(request)) + 1), []);
        await Expect.Status(StatusCode.ResourceExhausted, () => Invoker(team).Call(Rpc(name), request));
    }

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task An_empty_request_names_each_field_that_is_missing(string name)
    {
        var rpc = Rpc(name);
        var required = Required.GetValueOrDefault(name, []);
        if (required.Length == 0)
        {
            await Invoker(clinic.NewTeam()).Call(rpc, rpc.Request("{}"));
            return;
        }
        Assert.Equal(required.Order(), (await Violations(clinic.NewTeam(), name, rpc.Request("{}"))).Order());
    }

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task The_id_of_no_plan_is_not_found(string name)
    {
        var rpc = Rpc(name);
        var request = rpc.Request(ValidRequests.For(name, New.Id()));
        if (name is "CreatePlan" or "ListPlans" or "ListTasks" or "ImportBundle") return;
        var error = await Expect.Status(StatusCode.NotFound, () => Invoker(clinic.NewTeam()).Call(rpc, request));
        Assert.Equal("plan", error.Detail<ResourceInfo>().ResourceType);
    }

    [Fact]
    public void Every_rpc_has_an_example() => Assert.Equal(Rpcs.All.Select(r => r.Name).Order(), ValidRequests.Json.Keys.Order());

    /// <summary>What each rpc cannot do without; lists need nothing.</summary>
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["CreatePlan"] = ["request_id", "title", "patient"],
        ["ActivatePlan"] = ["request_id", "plan_id"],
        ["HoldPlan"] = ["request_id", "plan_id", "reason"],
        ["ResumePlan"] = ["request_id", "plan_id"],
        ["CompletePlan"] = ["request_id", "plan_id", "summary"],
        ["RevokePlan"] = ["request_id", "plan_id", "reason"],
        ["GetPlan"] = ["plan_id"],
        ["AddDiagnosis"] = ["request_id", "plan_id", "icd10cm_code", "text"],
        ["AddGoal"] = ["request_id", "plan_id", "description"],
        ["ReviseGoal"] = ["request_id", "plan_id", "goal_id", "description", "reason"],
        ["CloseGoal"] = ["request_id", "plan_id", "goal_id", "status", "reason"],
        ["RaiseRedFlag"] = ["request_id", "plan_id", "kind", "finding"],
        ["ResolveRedFlag"] = ["request_id", "plan_id", "red_flag_id", "resolution"],
        ["AddMember"] = ["request_id", "plan_id", "person"],
        ["EndMembership"] = ["request_id", "plan_id", "person_id", "reason"],
        ["AddTask"] = ["request_id", "plan_id", "title", "kind"],
        ["ReassignTask"] = ["request_id", "plan_id", "task_id"],
        ["AcceptTask"] = ["request_id", "plan_id", "task_id"],
        ["DeclineTask"] = ["request_id", "plan_id", "task_id", "reason"],
        ["StartTask"] = ["request_id", "plan_id", "task_id"],
        ["CompleteTask"] = ["request_id", "plan_id", "task_id"],
        ["CancelTask"] = ["request_id", "plan_id", "task_id", "reason"],
        ["RescheduleTask"] = ["request_id", "plan_id", "task_id", "due_date"],
        ["SubmitNote"] = ["request_id", "plan_id", "body"],
        ["SubmitNotes"] = ["request_id", "plan_id", "body"],
        ["AmendNote"] = ["request_id", "plan_id", "note_id", "reason", "text"],
        ["ListNotes"] = ["plan_id"],
        ["ListPlanEvents"] = ["plan_id"],
        ["WatchPlan"] = ["plan_id"],
        ["ImportBundle"] = ["request_id", "bundle_json"],
    };

    private CallInvoker Invoker(TestTeam team) => clinic.Server.Channel(team.Physiatrist.Token(clinic.DataDirectory)).CreateCallInvoker();

    private async Task<IReadOnlyList<string>> Violations(TestTeam team, string name, IMessage request)
    {
        var error = await Expect.Status(StatusCode.InvalidArgument, () => Invoker(team).Call(Rpc(name), request));
        return [.. error.Detail<BadRequest>().FieldViolations.Select(v => v.Field)];
    }

    /// <summary>Gives each field a value that its kind or its name forbids, and notes its path.</summary>
    private static void Spoil(IMessage message, string path, List<string> spoiled)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsRepeated)
            {
                var list = (IList)value;
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is IMessage inner) Spoil(inner, $"{path}{field.Name}[{i}].", spoiled);
                    else
                    {
                        list[i] = Bad(field);
                        spoiled.Add($"{path}{field.Name}[{i}]");
                    }
                }
            }
            else if (value is Timestamp time)
            {
                time.Seconds = long.MaxValue;
                spoiled.Add(path + field.Name);
            }
            else if (value is IMessage inner)
            {
                // The batch answers for each of its notes as SubmitNote does.
                Spoil(inner, message is SubmitNotesRequest ? "" : $"{path}{field.Name}.", spoiled);
            }
            else if (Bad(field) is { } bad && (!field.HasPresence || field.Accessor.HasValue(message)))
            {
                field.Accessor.SetValue(message, bad);
                spoiled.Add(path + field.Name);
            }
        }
    }

    private static object? Bad(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => "bad\0text",
        FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, 4711),
        FieldType.Int32 => -1,
        FieldType.Double => double.NaN,
        _ => null,
    };

    private static void Fill(IMessage message, string path, string text, List<string> filled) => EachText(message, path, (owner, field, name) =>
    {
        field.Accessor.SetValue(owner, text);
        filled.Add(name);
    });

    private static int Texts(IMessage message)
    {
        var count = 0;
        EachText(message, "", (_, _, _) => count++);
        return count;
    }

    private static void EachText(IMessage message, string path, Action<IMessage, FieldDescriptor, string> visit)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(f => !f.IsRepeated))
        {
            if (field.FieldType == FieldType.String && (!field.HasPresence || field.Accessor.HasValue(message))) visit(message, field, path + field.Name);
            else if (field.Accessor.GetValue(message) is IMessage inner and not Timestamp)
                EachText(inner, message is SubmitNotesRequest ? "" : $"{path}{field.Name}.", visit);
        }
    }
}
