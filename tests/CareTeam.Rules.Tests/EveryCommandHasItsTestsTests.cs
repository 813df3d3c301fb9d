using System.Reflection;

namespace CareTeam.Rules.Tests;

/// <summary>The tests of Plans.HoldPlan are Plans.HoldPlanTests: the same namespace, which is the room, and the same name.</summary>
public sealed class EveryCommandHasItsTestsTests
{
    private static readonly IReadOnlyList<Type> Commands =
        [.. typeof(PlanCommand<,>).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && IsCommand(t))];

    public static TheoryData<string> Places() => [.. Commands.Select(c => c.FullName!["CareTeam.Server.".Length..]).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Places))]
    public void A_command_on_a_plan_has_tests_in_the_same_room_and_of_the_same_name(string command)
    {
        var tests = Assembly.GetExecutingAssembly().GetType($"CareTeam.Rules.Tests.{command}Tests");
        Assert.True(tests is not null && tests.GetMethods().Any(IsTest), $"There is no CareTeam.Rules.Tests.{command}Tests with a test.");
    }

    private static bool IsCommand(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(PlanCommand<,>)) return true;
        return false;
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(a => a is FactAttribute or TheoryAttribute);
}
