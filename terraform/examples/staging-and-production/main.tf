# Two environments in one account: a commit goes through staging, then to production.
terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.27, < 7.0"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  description = "Where to build both."
  type        = string
  default     = "eu-central-1"
}

variable "repository" {
  description = "The GitHub repository with the migrations, as owner/name."
  type        = string
  default     = "acme/shop"
}

variable "package" {
  description = "The function's zip; './build.sh Package' makes it where the module looks for it."
  type        = string
  default     = null
}

module "staging" {
  source = "../.."

  name                = "shop-staging"
  repository          = var.repository
  package             = var.package
  github              = { environment = "staging" }
  deletion_protection = false
}

module "production" {
  source = "../.."

  name       = "shop-production"
  repository = var.repository
  package    = var.package
  promotion  = { previous_bucket = module.staging.bucket }

  github = {
    environment       = "production"
    oidc_provider_arn = module.staging.oidc_provider_arn # an account has one only
  }
}

output "staging" {
  description = "What the workflow in docs/guides/promotion.md needs of staging."
  value = {
    region          = module.staging.region
    bucket          = module.staging.bucket
    deploy_role_arn = module.staging.deploy_role_arn
    plan_role_arn   = module.staging.plan_role_arn
    function_arn    = module.staging.function_arn
  }
}

output "production" {
  description = "What it needs of production."
  value = {
    region          = module.production.region
    bucket          = module.production.bucket
    deploy_role_arn = module.production.deploy_role_arn
    plan_role_arn   = module.production.plan_role_arn
    function_arn    = module.production.function_arn
  }
}

output "function_arn" {
  description = "Production's function, for 'doctor'; './build.sh Deploy' asks it when all is built."
  value       = module.production.function_arn
}
