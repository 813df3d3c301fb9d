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

    public static TheoryData<string> EveryRpcWithText() => [.. Rpcs.All.Where(r => Texts(ExampleRequest.Of(r)) > 0).Select(r => r.Name)];

    private static MethodDescriptor Rpc(string name) => Rpcs.All.Single(r => r.Name == name);

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task Every_field_with_a_bad_value_is_named_in_one_answer(string name)
    {
        var team = clinic.NewTeam();
        var request = ExampleRequest.Of(Rpc(name));
        var spoiled = new List<string>();
        Spoil(request, "", spoiled);

        var named = await Violations(team, name, request);
        Assert.Equal(spoiled.Order(), spoiled.Intersect(named).Order());
    }

    [Theory, MemberData(nameof(EveryRpcWithText))]
    public async Task Text_of_a_megabyte_is_refused_in_every_field(string name)
    {
        var request = ExampleRequest.Of(Rpc(name));
        var filled = new List<string>();
        Fill(request, "", new string('x', 1_000_000 / Math.Max(1, Texts(request))), filled);
        Assert.Equal(filled.Order(), filled.Intersect(await Violations(clinic.NewTeam(), name, request)).Order());
    }

    [Theory, MemberData(nameof(EveryRpcWithText))]
    public async Task A_message_over_the_size_limit_is_refused_as_a_whole(string name)
    {
        var team = clinic.NewTeam();
        var size = name == "ImportBundle" ? 33 : 5;
        var request = ExampleRequest.Of(Rpc(name));
        Fill(request, "", new string('x', size * 1024 * 1024 / Math.Max(1, Texts(request)) + 1), []);
        await Expect.Status(StatusCode.ResourceExhausted, () => Invoker(team, name).Call(Rpc(name), request));
    }

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task An_empty_request_names_what_is_missing_and_with_that_it_is_well_formed(string name)
    {
        var rpc = Rpc(name);
        var (empty, example) = ((IMessage)Activator.CreateInstance(rpc.InputType.ClrType)!, ExampleRequest.Of(rpc));
        var missing = await MissingOf(name, empty);
        Assert.Equal(rpc.InputType.FindFieldByName("request_id") is not null || name == "SubmitNotes", missing.Contains("request_id"));
        foreach (var field in missing) Copy(example, empty, field);
        Assert.Empty(await MissingOf(name, empty));
    }

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task The_id_of_no_plan_is_not_found(string name)
    {
        var rpc = Rpc(name);
        var request = ExampleRequest.Of(rpc);
        // Others speak of no plan, or narrow a list of many by one, or make it.
        if (name is "CreatePlan" or "ListTasks" or "SearchNotes" || (name != "SubmitNotes" && rpc.InputType.FindFieldByName("plan_id") is null)) return;
        var error = await Expect.Status(StatusCode.NotFound, () => Invoker(clinic.NewTeam(), name).Call(rpc, request));
        Assert.Equal("plan", error.Detail<ResourceInfo>().ResourceType);
    }

    /// <summary>The fields that the answer names as wrong; none when the request got past validation.</summary>
    private async Task<IReadOnlyList<string>> MissingOf(string name, IMessage request)
    {
        try
        {
            await Invoker(clinic.NewTeam(), name).Call(Rpc(name), request);
            return [];
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.InvalidArgument)
        {
            return [.. e.Detail<BadRequest>().FieldViolations.Select(v => v.Field)];
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return [];
        }
    }

    private static void Copy(IMessage from, IMessage to, string field)
    {
        if (from is SubmitNotesRequest batch) (from, to) = (batch.Note, ((SubmitNotesRequest)to).Note ??= new());
        var top = from.Descriptor.FindFieldByName(field.Split('.')[0]);
        if (!top.IsRepeated) top.Accessor.SetValue(to, top.Accessor.GetValue(from));
        else foreach (var value in (IList)top.Accessor.GetValue(from)) ((IList)top.Accessor.GetValue(to)).Add(value);
    }

    /// <summary>As somebody whose role may, so that the request itself is judged.</summary>
    private CallInvoker Invoker(TestTeam team, string name) =>
        clinic.Server.Channel(team.All.First(someone => clinic.Server.Allows(someone.Role, Rpc(name))).Token(clinic.DataDirectory)).CreateCallInvoker();

    private async Task<IReadOnlyList<string>> Violations(TestTeam team, string name, IMessage request)
    {
        var error = await Expect.Status(StatusCode.InvalidArgument, () => Invoker(team, name).Call(Rpc(name), request));
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

    private static void Fill(IMessage message, string path, string text, List<string> filled) => EachText(message, path, (set, name) =>
    {
        set(text);
        filled.Add(name);
    });

    private static int Texts(IMessage message)
    {
        var count = 0;
        EachText(message, "", (_, _) => count++);
        return count;
    }

    private static void EachText(IMessage message, string path, Action<Action<string>, string> visit)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (value is IList<string> texts)
            {
                for (var i = 0; i < texts.Count; i++)
                {
                    var at = i;
                    visit(text => texts[at] = text, $"{path}{field.Name}[{i}]");
                }
            }
            else if (field is { FieldType: FieldType.String, IsRepeated: false } && (!field.HasPresence || field.Accessor.HasValue(message)))
            {
                visit(text => field.Accessor.SetValue(message, text), path + field.Name);
            }
            else if (value is IMessage inner and not Timestamp)
            {
                EachText(inner, message is SubmitNotesRequest ? "" : $"{path}{field.Name}.", visit);
            }
        }
    }
}
