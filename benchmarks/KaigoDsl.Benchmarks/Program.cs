using BenchmarkDotNet.Running;
using KaigoDsl.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new SuiteConfig());
